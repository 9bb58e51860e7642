import type { Random } from '../random.ts';
import { leaves } from './leaves.ts';
import { templates } from './templates.ts';

/** The types that the expressions are built by. */
export type Kind = keyof typeof leaves;

/** A boolean expression over `self`; one in twelve has a part of another type than its place wants. */
export function randomExpression(random: Random): string {
  return build(random, 'bool', 2 + random.below(2), random.chance(1 / 12));
}

function build(random: Random, kind: Kind, depth: number, careless: boolean): string {
  const wanted = careless && random.chance(0.15) ? random.pick(Object.keys(leaves) as Kind[]) : kind;
  const fitting = templates[wanted];
  if (depth <= 0 || fitting.length === 0 || random.chance(0.1)) return random.pick(leaves[wanted]);
  return random.pick(fitting).replaceAll(/<(\w+)>/g, (_whole, part: Kind) => build(random, part, depth - 1, careless));
}

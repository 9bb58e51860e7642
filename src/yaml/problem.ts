import { isNode } from 'yaml';
import { UserError } from '../kernel/index.ts';
import type { Composition } from './compose.ts';

/** A UserError at a node's place. */
export function fail(composition: Composition, node: unknown, code: string, message: string, hint: string): UserError {
  const [start, end] = rangeOf(node);
  return new UserError({ code, message, hint, location: composition.source.locate(start, end, composition.document) });
}

/** Offsets of a node's value, the end exclusive. */
export function rangeOf(node: unknown): readonly [start: number, end: number] {
  if (!isNode(node) || node.range === undefined || node.range === null) return [0, 0];
  return [node.range[0], node.range[1]];
}

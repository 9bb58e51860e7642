import type { Checked } from './checker.ts';
import { readFormat } from './format-text.ts';
import type { Call, Expression, Flaw } from './syntax.ts';
import type { CelKind } from './type.ts';
import { nameType } from './type.ts';

const texts: readonly CelKind[] = [
  'list',
  'map',
  'int',
  'uint',
  'double',
  'bool',
  'string',
  'timestamp',
  'bytes',
  'duration',
  'type',
  'null',
];
const whole: readonly CelKind[] = ['int', 'uint'];
const fractions: readonly CelKind[] = ['double', 'string'];
const kinds: Readonly<Record<string, readonly CelKind[]>> = {
  s: texts,
  d: whole,
  o: whole,
  f: fractions,
  e: fractions,
  b: ['int', 'uint', 'bool'],
  x: ['int', 'uint', 'string', 'bytes'],
  X: ['int', 'uint', 'string', 'bytes'],
};

/** A format that does not go with the values that stand in the same call. */
export function formatFlaw(call: Call, checked: Checked): Flaw | undefined {
  const { target, args } = call;
  const [list] = args;
  if (call.name !== 'format' || target?.kind !== 'constant' || typeof target.value !== 'string') return undefined;
  if (args.length !== 1 || list?.kind !== 'list') return undefined;
  const parts = readFormat(target.value);
  if (parts === undefined) return { at: call.at, message: 'the format is not understood' };
  const clauses = parts.filter((part) => typeof part !== 'string');
  if (clauses.length !== list.elements.length) {
    return { at: call.at, message: `the format takes ${clauses.length} values, not ${list.elements.length}` };
  }
  for (const [at, { verb }] of clauses.entries()) {
    const element = list.elements[at];
    const wrong = element === undefined ? undefined : misfit(element, kinds[verb] ?? texts, verb === 's', checked);
    if (wrong !== undefined) return { at: wrong.at, message: `%${verb} does not take ${nameOf(wrong, checked)}` };
  }
  return undefined;
}

function nameOf(expression: Expression, checked: Checked): string {
  const type = checked.types.get(expression);
  return type === undefined ? 'this' : nameType(type);
}

/** The value, or the part of it, that cannot be written so. */
function misfit(
  expression: Expression,
  allowed: readonly CelKind[],
  deep: boolean,
  checked: Checked,
): Expression | undefined {
  const type = checked.types.get(expression);
  if (type !== undefined && type.kind !== 'dyn' && !allowed.includes(type.kind)) return expression;
  if (!deep) return undefined;
  const parts =
    expression.kind === 'list'
      ? expression.elements
      : expression.kind === 'map'
        ? expression.entries.flatMap(({ key, value }) => [key, value])
        : [];
  return parts.map((part) => misfit(part, allowed, true, checked)).find((wrong) => wrong !== undefined);
}

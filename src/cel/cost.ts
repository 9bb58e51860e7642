import { failure } from './failure.ts';
import type { Overload } from './overload.ts';
import type { CelValue } from './value.ts';

type CallCost = (values: readonly CelValue[], result: CelValue, overload?: Overload) => number;

/** Traversing a text costs a tenth of its length, a pattern a quarter of its. */
const perCharacter = 0.1;
const perPatternCharacter = 0.25;
/** Most of the hand-made format checks, as the server rates them. */
const formatPattern = 60;

export function chargeTo(frame: { cost: number; readonly limit: number }, cost: number): void {
  frame.cost += cost;
  if (frame.cost > frame.limit) throw failure('budget', 'the expression costs more than the server lets it');
}

/** What a call costs the server while it evaluates. */
export function callCost(name: string): CallCost {
  return Object.hasOwn(costs, name) ? (costs[name] ?? one) : one;
}

const one: CallCost = () => 1;
const traverseFirst: CallCost = ([text = null]) => Math.ceil(sizeOf(text) * perCharacter);
const traverseTwice: CallCost = ([text = null]) => Math.ceil(sizeOf(text) * 2 * perCharacter);
const traverseResult: CallCost = (_values, result) => Math.ceil(sizeOf(result) * 2 * perCharacter);
const traverseData: CallCost = ([list = null]) => Math.floor(dataSize(list));
const match: CallCost = ([text = null, pattern = null]) =>
  Math.ceil((1 + sizeOf(text)) * perCharacter) * Math.ceil(sizeOf(pattern) * perPatternCharacter);
const shorter: CallCost = ([left = null, right = null]) =>
  Math.ceil(Math.min(sizeOf(left), sizeOf(right)) * perCharacter);
const produce: CallCost = (_values, result) => 11 + sizeOf(result);
const compareAll: CallCost = (values) => 11 + 2 * sizeOf(values.at(-1) ?? null) ** 2;

function onTexts(cost: CallCost): CallCost {
  return (values, result) => (values.every((value) => isText(value)) ? cost(values, result) : 1);
}

/** Ordering and equality. */
const compareCost: CallCost = (values, result) =>
  values[0] !== null && isOpaque(values[0]) ? 1 : shorter(values, result);
const orderCost = onTexts(shorter);

const costs: Readonly<Record<string, CallCost>> = {
  check: () => 350_000,
  fieldSelector: ([, text = null]) => 10 + Math.ceil(sizeOf(text) * perCharacter) + Math.ceil(sizeOf(text) * 25),
  labelSelector: ([, text = null]) => 10 + Math.ceil(sizeOf(text) * perCharacter) + Math.ceil(sizeOf(text) * 25),
  ...each(['isSorted', 'sum', 'max', 'min', 'indexOf', 'lastIndexOf', 'includes'], traverseData),
  ...each(['url', 'lowerAscii', 'upperAscii', 'substring', 'trim', 'jsonpatch.escapeKey'], traverseFirst),
  ...each(['replace', 'split'], traverseTwice),
  join: traverseResult,
  ...each(['find', 'findAll', 'matches'], match),
  ...each(['cidr', 'isIP', 'isCIDR', 'quantity', 'isQuantity', 'semver', 'isSemver'], traverseFirst),
  ip: (values, result) => (isOpaque(values[0] ?? null) ? 1 : traverseFirst(values, result)),
  'ip.isCanonical': traverseTwice,
  containsIP: ([own = null, other = null]) =>
    Math.ceil(2 * sizeOf(own) * perCharacter) + (isText(other) ? Math.ceil(sizeOf(other) * perCharacter) : 0),
  containsCIDR: ([own = null, other = null]) =>
    Math.ceil(2 * sizeOf(own) * perCharacter) +
    Math.ceil(sizeOf(own) * perCharacter) +
    1 +
    (isText(other) ? Math.ceil(sizeOf(other) * perCharacter) : 0),
  validate: ([, text = null]) =>
    Math.ceil((1 + sizeOf(text)) * perCharacter) * Math.ceil(formatPattern * perPatternCharacter),
  ...each(['startsWith', 'endsWith', 'strings.quote', 'format'], traverseFirst),
  ...each(['bytes', 'string'], onTexts(traverseFirst)),
  contains: ([text = null, part = null]) =>
    Math.ceil(sizeOf(text) * perCharacter) * Math.ceil(sizeOf(part) * perCharacter),
  '@in': ([, list = null]) => (isList(list) ? sizeOf(list) : 1),
  '_==_': compareCost,
  ...each(['_<_', '_<=_', '_>_', '_>=_'], orderCost),
  '_+_': onTexts(([left = null, right = null]) => Math.ceil((sizeOf(left) + sizeOf(right)) * perCharacter)),
  ...each(['slice', 'lists.range', 'reverse'], (values, result) =>
    isText(values[0] ?? null) ? 1 : produce(values, result),
  ),
  flatten: ([list = null, depth = 1n]) => 11 + sizeOf(list) * Math.max(Number(depth), 1),
  ...each(['sort', 'distinct', '@sortByAssociatedKeys'], compareAll),
  ...each(['sets.contains', 'sets.intersects'], ([left = null, right = null]) => 1 + sizeOf(left) * sizeOf(right)),
  'sets.equivalent': ([left = null, right = null]) => 1 + 2 * sizeOf(left) * sizeOf(right),
};

function each(names: readonly string[], cost: CallCost): Readonly<Record<string, CallCost>> {
  return Object.fromEntries(names.map((name) => [name, cost]));
}

function isText(value: CelValue): value is string | Uint8Array {
  return typeof value === 'string' || value instanceof Uint8Array;
}

function isOpaque(value: CelValue | undefined): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'opaque';
}

function isList(value: CelValue): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'list';
}

/** Length of what has one, 1 of everything else. */
function sizeOf(value: CelValue): number {
  if (isText(value)) return value.length;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return 1;
  if (value.kind === 'list' || value.kind === 'map') return value.size;
  if (value.kind === 'opaque') return value.bytes ?? 1;
  return value.kind === 'optional' && value.value !== undefined ? sizeOf(value.value) : 1;
}

function dataSize(value: CelValue): number {
  if (isText(value)) return Math.floor(value.length * perCharacter);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return 1;
  if (value.kind === 'list') return value.items().reduce<number>((sum, item) => sum + dataSize(item), 0);
  return value.kind === 'map' ? value.size : 1;
}

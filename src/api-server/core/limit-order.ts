import { compareQuantity, milliValue, wholeValue } from '../../formats/index.ts';
import type { Quantity } from '../../formats/index.ts';
import type { LimitRangeItem } from '../../schema/types/core-v1.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { isOvercommitAllowed } from './resource-names.ts';
import { rounded } from './resources.ts';

type Field = 'min' | 'max' | 'default' | 'defaultRequest';
/** The first may not be more than the second; the error stands at the third. */
const order: readonly (readonly [Field, Field, Field])[] = [
  ['min', 'max', 'min'],
  ['min', 'defaultRequest', 'defaultRequest'],
  ['defaultRequest', 'max', 'defaultRequest'],
  ['defaultRequest', 'default', 'defaultRequest'],
  ['min', 'default', 'default'],
  ['default', 'max', 'default'],
];

/** How the amounts of one type relate, resource by resource. */
export function compareLimits(check: Check, item: LimitRangeItem, at: FieldPath): void {
  const fields = [item.min, item.max, item.default, item.defaultRequest, item.maxLimitRequestRatio];
  for (const name of new Set(fields.flatMap((amounts) => Object.keys(amounts ?? {})))) {
    const amount = (field: keyof LimitRangeItem): Quantity | undefined => amountOf(item, field, name);
    for (const [low, high, place] of order) {
      const [less, more] = [amount(low), amount(high)];
      if (less === undefined || more === undefined || compareQuantity(less, more) <= 0) continue;
      invalid(check, key(child(at, place), name), item[place]?.[name], `${low} may not be more than ${high}`);
    }
    const ratio = amount('maxLimitRequestRatio');
    if (ratio !== undefined)
      checkRatio(check, ratio, amount('min'), amount('max'), key(child(at, 'maxLimitRequestRatio'), name));
    const [limit, request] = [amount('default'), amount('defaultRequest')];
    if (limit === undefined || request === undefined || isOvercommitAllowed(name)) continue;
    if (compareQuantity(limit, request) !== 0) {
      invalid(check, key(child(at, 'defaultRequest'), name), item.defaultRequest?.[name], 'must be equal to default');
    }
  }
}

function amountOf(item: LimitRangeItem, field: keyof LimitRangeItem, name: string): Quantity | undefined {
  const amounts = item[field];
  const value = typeof amounts === 'object' ? amounts[name] : undefined;
  return value === undefined ? undefined : rounded(value);
}

const one: Quantity = { nano: 1_000_000_000n, small: true };
const mostThousands = (2n ** 63n - 1n) / 1000n;

function checkRatio(
  check: Check,
  ratio: Quantity,
  min: Quantity | undefined,
  max: Quantity | undefined,
  at: FieldPath,
): void {
  if (compareQuantity(ratio, one) < 0) invalid(check, at, undefined, 'may not be less than 1');
  if (min === undefined || max === undefined) return;
  const fine = [ratio, min, max].every((quantity) => wholeValue(quantity) < mostThousands);
  const count = fine ? milliValue : wholeValue;
  const wanted = fine ? Number(milliValue(ratio)) / 1000 : Number(wholeValue(ratio));
  if (wanted > Number(count(max)) / Number(count(min))) invalid(check, at, undefined, 'may not be more than max / min');
}

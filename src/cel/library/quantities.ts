import type { Quantity } from '../../formats/index.ts';
import { compareQuantity, parseQuantity } from '../../formats/index.ts';
import { evaluationError, noSuchOverload } from '../failure.ts';
import { opaque, payloadOf } from '../opaque.ts';
import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import { quantityType } from '../type.ts';
import type { CelOpaque } from '../value.ts';

const nano = 1_000_000_000n;

/** `whole`: no digit stands behind the point of its unit, as the server keeps it: `1000m` is not whole. */
interface Amount extends Quantity {
  readonly whole: boolean;
  /** The outcome of a sum; the server refuses to ask whether anything equals it. */
  readonly computed?: true;
}

function amountOf(text: string): Amount | undefined {
  const quantity = /\s/.test(text) ? undefined : parseQuantity(text);
  if (quantity === undefined) return undefined;
  const fraction = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const scale = (/[num]$/.exec(text)?.[0] ?? '') === '' ? exponentOf(text) : -3;
  return { ...quantity, whole: quantity.small && scale - fraction >= 0 };
}

const exponents: Readonly<Record<string, number>> = { k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };

function exponentOf(text: string): number {
  const written = /[eE]([-+]?\d+)$/.exec(text)?.[1];
  return written === undefined ? (exponents[text.at(-1) ?? ''] ?? 0) : Number(written);
}

export function quantityOf(text: string): CelOpaque {
  const amount = amountOf(text);
  if (amount === undefined) throw evaluationError(`${JSON.stringify(text)} is no quantity`);
  return made(amount);
}

function made(amount: Amount): CelOpaque {
  return opaque(quantityType, amount, (one, other) => {
    if (other.computed === true) throw noSuchOverload();
    return one.nano === other.nano;
  });
}

function compare(one: CelOpaque, other: CelOpaque): number {
  return compareQuantity(payloadOf<Amount>(one), payloadOf<Amount>(other));
}

function integerOf(value: CelOpaque): bigint | undefined {
  const { nano: amount, whole } = payloadOf<Amount>(value);
  const integer = amount / nano;
  return whole && BigInt.asIntN(64, integer) === integer ? integer : undefined;
}

function asInteger(value: CelOpaque): bigint {
  const integer = integerOf(value);
  if (integer === undefined) throw evaluationError('cannot convert value to integer');
  return integer;
}

function add(one: CelOpaque, other: Amount, sign: bigint): CelOpaque {
  const own = payloadOf<Amount>(one);
  return made({
    nano: own.nano + sign * other.nano,
    small: own.small && other.small,
    whole: own.whole && other.whole,
    computed: true,
  });
}

function integer(value: bigint): Amount {
  return { nano: value * nano, small: true, whole: true };
}

export const quantities: Library = [
  overload('quantity(string): Quantity', quantityOf),
  overload('isQuantity(string): bool', (text: string) => amountOf(text) !== undefined),
  overload('sign(Quantity): int', (value: CelOpaque) => {
    const { nano: amount } = payloadOf<Amount>(value);
    return BigInt(Number(amount > 0n) - Number(amount < 0n));
  }),
  overload('Quantity.isGreaterThan(Quantity): bool', (one: CelOpaque, other: CelOpaque) => compare(one, other) > 0),
  overload('Quantity.isLessThan(Quantity): bool', (one: CelOpaque, other: CelOpaque) => compare(one, other) < 0),
  overload('Quantity.compareTo(Quantity): int', (one: CelOpaque, other: CelOpaque) => BigInt(compare(one, other))),
  overload(
    'Quantity.asApproximateFloat(): double',
    (value: CelOpaque) => Number(payloadOf<Amount>(value).nano) / Number(nano),
  ),
  overload('Quantity.asInteger(): int', asInteger),
  overload('Quantity.isInteger(): bool', (value: CelOpaque) => integerOf(value) !== undefined),
  overload('Quantity.add(Quantity): Quantity', (one: CelOpaque, other: CelOpaque) =>
    add(one, payloadOf<Amount>(other), 1n),
  ),
  overload('Quantity.add(int): Quantity', (one: CelOpaque, other: bigint) => add(one, integer(other), 1n)),
  overload('Quantity.sub(Quantity): Quantity', (one: CelOpaque, other: CelOpaque) =>
    add(one, payloadOf<Amount>(other), -1n),
  ),
  overload('Quantity.sub(int): Quantity', (one: CelOpaque, other: bigint) => add(one, integer(other), -1n)),
];

/**
 * An amount as Kubernetes keeps it (k8s.io/apimachinery/pkg/api/resource): exact to a billionth, rounded away from
 * zero beyond that.
 */
export interface Quantity {
  /** The value times 10^9. */
  readonly nano: bigint;
  /** The server keeps it in 64 bits: values that do not fit read as 0 there, others lose their upper bits. */
  readonly small: boolean;
  /** Of a small one: the power of ten that it is counted in. Left out, it is not known. */
  readonly scale?: number;
}

const shape = /^([+-]?)(\d*)(?:(\.)(\d*))?([eEinumkKMGTP]*[-+]?\d*)$/;
const decimal: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const binary: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };
const nano = 1_000_000_000n;
const maximum = (2n ** 63n - 1n) * nano;
/** Beyond it an exponent is cut: such amounts compare as endless, and as nothing at all below zero. */
const farExponent = 400;

/** Undefined when the text is no quantity. */
export function parseQuantity(value: string | number): Quantity | undefined {
  const text = String(value).trim();
  const parts = text === '' ? null : shape.exec(text);
  if (parts === null) return undefined;
  const [, sign = '', leading = '', dot = '', fraction = '', suffix = ''] = parts;
  const whole = leading.replace(/^0+/, '');
  // The server stops reading at the end of leading zeros: `+` and `-` alone are nothing, as `0` is.
  const digits = whole === '' ? '0' : whole;
  const negative = sign === '-';
  const power = binary[suffix];
  if (power !== undefined) {
    const precision = dot === '.' && fraction !== '' ? -1 : 15 - digits.length - Math.trunc((power * 3) / 10) - 1;
    const fits = precision >= 0 && BigInt(digits) << BigInt(power) < 2n ** 63n;
    if (!fits && leading === '' && fraction === '') return undefined;
    const [count, rest] = divide(
      BigInt(digits + fraction) * (1n << BigInt(power)) * nano,
      10n ** BigInt(fraction.length),
    );
    const rounded = rest === 0n ? count : count + 1n;
    return signed(rounded > maximum ? maximum : rounded, negative, fits ? 0 : undefined);
  }
  const exponent = decimal[suffix] ?? writtenExponent(suffix);
  if (exponent === undefined) return undefined;
  const fits = digits.length + fraction.length <= 18 && exponent - fraction.length >= -9;
  if (!fits && leading === '' && fraction === '') return undefined;
  const scale = exponent - fraction.length;
  return signed(scaled(BigInt(digits + fraction), scale + 9), negative, fits ? scale : undefined);
}

function writtenExponent(suffix: string): number | undefined {
  if (!/^[eE][-+]?\d+$/.test(suffix)) return undefined;
  const written = BigInt(suffix.slice(suffix[1] === '+' ? 2 : 1));
  return written === BigInt.asIntN(64, written) ? Number(BigInt.asIntN(32, written)) : undefined;
}

function scaled(amount: bigint, exponent: number): bigint {
  if (exponent >= 0) return amount * 10n ** BigInt(Math.min(exponent, farExponent));
  if (exponent < -farExponent) return amount === 0n ? 0n : 1n;
  const [count, rest] = divide(amount, 10n ** BigInt(-exponent));
  return rest === 0n ? count : count + 1n;
}

function divide(amount: bigint, by: bigint): readonly [bigint, bigint] {
  return [amount / by, amount % by];
}

function signed(amount: bigint, negative: boolean, scale: number | undefined): Quantity {
  const value = { nano: negative ? -amount : amount, small: scale !== undefined };
  return scale === undefined ? value : { ...value, scale };
}

/** Below, above or equal to zero, as the first is less, more or the same. */
export function compareQuantity(one: Quantity, other: Quantity): number {
  if (one.nano === other.nano) return 0;
  return one.nano < other.nano ? -1 : 1;
}

export function quantityIsNegative(quantity: Quantity): boolean {
  return quantity.nano < 0n;
}

/** As the server asks it: through thousandths in 64 bits, so that very large amounts may fail. */
export function isIntegerQuantity(quantity: Quantity): boolean {
  return milliValue(quantity) % 1000n === 0n;
}

/** In thousandths, rounded away from zero; what does not fit into 64 bits reads as in the server. */
export function milliValue(quantity: Quantity): bigint {
  return inUnits(quantity, 1_000_000n, -3);
}

/** In whole units, rounded away from zero; what does not fit into 64 bits reads as in the server. */
export function wholeValue(quantity: Quantity): bigint {
  return inUnits(quantity, nano, 0);
}

/** Steps of ten that the server takes at once, without looking whether the result fits. */
const unchecked = new Set([0, 1, 2, 3, 6, 9]);

function inUnits(quantity: Quantity, unit: bigint, unitScale: number): bigint {
  const amount = quantity.nano < 0n ? -quantity.nano : quantity.nano;
  const count = amount / unit + (amount % unit === 0n ? 0n : 1n);
  const value = quantity.nano < 0n ? -count : count;
  const kept = BigInt.asIntN(64, value);
  const { small, scale } = quantity;
  const cut = !small || (scale !== undefined && unchecked.has(scale - unitScale));
  return kept === value || cut ? kept : 0n;
}

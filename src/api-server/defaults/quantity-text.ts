import { parseQuantity } from '../../formats/index.ts';

const nano = 1_000_000_000n;
const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const decimal = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];

/** An amount as the server writes it: `1000m` is `1`, `0.5` is `500m`, `1.5Gi` is `1536Mi`. */
export function quantityText(value: unknown): unknown {
  return written(value, 1n);
}

/** As it is written in lists of resources: nothing finer than a thousandth. */
export function resourceText(value: unknown): unknown {
  return written(value, 1_000_000n);
}

function written(value: unknown, unit: bigint): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const parsed = parseQuantity(value);
  if (parsed === undefined) return value;
  const amount = roundedUp(parsed.nano, unit);
  if (amount === 0n) return '0';
  const sign = amount < 0n ? '-' : '';
  const size = amount < 0n ? -amount : amount;
  const text = String(value).trim();
  if (text.endsWith('i') && size >= 1024n * nano) return sign + binaryText(size);
  return sign + decimalText(size, /[eE][-+]?\d+$/.test(text));
}

/** Away from zero. */
function roundedUp(amount: bigint, unit: bigint): bigint {
  const rest = amount % unit;
  if (rest === 0n) return amount;
  return amount - rest + (amount < 0n ? -unit : unit);
}

function binaryText(size: bigint): string {
  let count = roundedUp(size, nano) / nano;
  let power = 0;
  while (count % 1024n === 0n && power < binary.length - 1) {
    count /= 1024n;
    power += 1;
  }
  return `${count}${binary[power]}`;
}

function decimalText(size: bigint, asExponent: boolean): string {
  let count = size;
  let power = 0;
  while (count % 1000n === 0n && power < decimal.length - 1) {
    count /= 1000n;
    power += 1;
  }
  if (!asExponent) return `${count}${decimal[power]}`;
  const exponent = power * 3 - 9;
  return exponent === 0 ? `${count}` : `${count}e${exponent}`;
}

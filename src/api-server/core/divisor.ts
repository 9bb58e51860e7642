import { parseQuantity } from '../../formats/index.ts';

const nano = 1_000_000_000n;

const decimalUnits = [0n, 3n, 6n, 9n, 12n, 15n, 18n].map((power) => 10n ** power * nano);

const binaryUnits = [10n, 20n, 30n, 40n, 50n, 60n].map((power) => 2n ** power * nano);

/** The server compares texts. It shortens most of them first, so that `1024Ki` is `1Mi`; but `1024` is no unit. */
export function isDivisor(value: string | number, of: 'cpu' | 'bytes'): boolean {
  const amount = parseQuantity(value)?.nano;
  if (amount === undefined || amount === 0n) return true;
  const text = String(value).trim();
  if (isKept(text) && !/^1(?:[mkMGTPE]|[KMGTPE]i)?$/.test(text)) return false;
  if (amount === nano) return true;
  if (/\d[eE][-+]?\d+$/.test(text)) return false;
  const isBinary = text.endsWith('i') && amount >= 1024n * nano;
  if (of === 'cpu') return !isBinary && amount === nano / 1000n;
  return (isBinary ? binaryUnits : decimalUnits).includes(amount);
}

/** A single 1 among zeros before it (`+1`, `01Mi`, `1e0`) is short enough for the server: it keeps the text as it is. */
function isKept(text: string): boolean {
  const [, whole = '', fraction = ''] = /^[-+]?0*(\d*)(?:\.(\d*))?/.exec(text) ?? [];
  return whole === '1' && fraction === '';
}

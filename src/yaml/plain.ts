/**
 * What an unquoted scalar means to sigs.k8s.io/yaml (its reader is go.yaml.in/yaml/v2): the words of YAML 1.1, octal `012`,
 * underscores in numbers, no base-60 numbers, dates as strings.
 */
const words = new Map<string, boolean | null>();
for (const word of ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']) words.set(word, true);
for (const word of ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']) words.set(word, false);
for (const word of ['', '~', 'null', 'Null', 'NULL']) words.set(word, null);

const nonFinite = new Map<string, number>();
for (const name of ['.nan', '.NaN', '.NAN']) nonFinite.set(name, Number.NaN);
for (const name of ['.inf', '.Inf', '.INF']) {
  nonFinite.set(name, Number.POSITIVE_INFINITY);
  nonFinite.set(`+${name}`, Number.POSITIVE_INFINITY);
  nonFinite.set(`-${name}`, Number.NEGATIVE_INFINITY);
}

const integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const signedBinary = /^0b([-+])([01]+)$/;
const float = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
/** Behind a leading dot Go takes another path: an underscore only between digits. */
const dotFloat = /^\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?$/;
const signedLimit = 2n ** 63n;
const unsignedLimit = 2n ** 64n;

/** The value: NaN and infinities included, which JSON cannot hold; integers outside ±(2^53 - 1) as bigint. */
export function resolvePlain(text: string): string | number | bigint | boolean | null {
  const word = words.get(text);
  if (word !== undefined) return word;
  const first = text.charCodeAt(0);
  const isDigit = first >= 48 && first <= 57;
  if (!isDigit && first !== 43 && first !== 45 && first !== 46) return text;
  return nonFinite.get(text) ?? resolveInteger(text) ?? resolveFloat(text) ?? text;
}

/** An integer of at most 64 bits, as Go reads it; undefined for anything else. */
export function resolveInteger(text: string): number | bigint | undefined {
  const first = text.charCodeAt(0);
  if (!(first >= 48 && first <= 57) && first !== 43 && first !== 45) return undefined;
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  const match = integer.exec(plain);
  if (match === null) {
    const binary = signedBinary.exec(plain);
    return binary === null ? undefined : within(binary[1] === '-', BigInt(`0b${binary[2]}`), true);
  }
  const [, sign, hex, binary, octal, decimal] = match;
  if (decimal !== undefined && decimal.length <= 15) return sign === '-' ? 0 - Number(decimal) : Number(decimal);
  const magnitude = BigInt(
    decimal ?? (hex !== undefined ? `0x${hex}` : binary !== undefined ? `0b${binary}` : `0o${octal ?? ''}`),
  );
  return within(sign === '-', magnitude, sign !== '');
}

/** A decimal number that is no 64-bit integer; undefined when there is none, or it is too large for a double. */
export function resolveFloat(text: string): number | undefined {
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  if (!(text.startsWith('.') ? dotFloat.test(text) : float.test(plain))) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * A mapping key as JSON has it: numbers and booleans become text the way Kubernetes does it (a float through its
 * 32-bit form). Undefined for what it refuses: null, and integers above 2^63 - 1.
 */
export function plainKey(text: string): string | undefined {
  const value = resolvePlain(text);
  if (typeof value === 'string') return value;
  if (value === null) return undefined;
  if (typeof value === 'boolean') return String(value);
  const whole = resolveInteger(text);
  if (whole !== undefined) return whole >= signedLimit ? undefined : String(whole);
  return floatKey(Number(value));
}

function within(negative: boolean, magnitude: bigint, signed: boolean): number | bigint | undefined {
  if (negative ? magnitude > signedLimit : magnitude >= (signed ? signedLimit : unsignedLimit)) return undefined;
  const value = negative ? -magnitude : magnitude;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Go's `strconv.FormatFloat(value, 'g', -1, 32)`, with YAML's names for what is not finite. */
function floatKey(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  if (single === 0) return Object.is(single, -0) ? '-0' : '0';
  let digits = 1;
  while (digits < 9 && Math.fround(Number(single.toExponential(digits - 1))) !== single) digits++;
  const [mantissa = '', exponentText = '0'] = single.toExponential(digits - 1).split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 6) {
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  return Number(`${mantissa}e${exponentText}`).toString();
}

import type { YamlValue } from '#src/yaml/index.ts';

/**
 * A value for comparison with JSON that Go wrote: integers that a double cannot hold become their digits, on both sides.
 * JSON has one kind of number, so a large float and a large integer with the same digits are the same here.
 */
export function comparable(value: YamlValue): unknown {
  if (typeof value === 'bigint') return { digits: String(value) };
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return { digits: '-0' };
    const isLarge = Number.isInteger(value) && !Number.isSafeInteger(value);
    return isLarge ? { digits: value < 1e21 && value > -1e21 ? String(value) : String(BigInt(value)) } : value;
  }
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: YamlValue) => comparable(item));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, comparable(member)]));
}

const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

/** The same for Go's text. */
export function comparableJson(json: string): unknown {
  const tagged = json.replace(token, (text) => {
    if (text.startsWith('"')) return text;
    const number = Number(text);
    if (Object.is(number, -0)) return '{"digits":"-0"}';
    if (!Number.isInteger(number) || Number.isSafeInteger(number)) return text;
    return `{"digits":"${/[.eE]/.test(text) ? String(BigInt(number)) : text}"}`;
  });
  return JSON.parse(tagged) as unknown;
}

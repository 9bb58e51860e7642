/** The language counts characters, JavaScript counts halves of those beyond the first 65,536. */
const surrogate = /[\ud800-\udfff]/;

export function codePointLength(text: string): number {
  return surrogate.test(text) ? Array.from(text).length : text.length;
}

/** Characters of a text: by position, in parts. */
export function charactersOf(text: string): {
  readonly length: number;
  readonly slice: (from: number, to?: number) => string;
} {
  if (!surrogate.test(text)) return text;
  const characters = Array.from(text);
  return { length: characters.length, slice: (from, to) => characters.slice(from, to).join('') };
}

/** Where a part stands, counted in characters. */
export function positionOf(text: string, unit: number): number {
  return unit < 0 ? unit : codePointLength(text.slice(0, unit));
}

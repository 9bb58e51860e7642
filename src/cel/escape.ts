const reserved = new Set(
  (
    'true false null in as break const continue else for function if import let loop package namespace return var void ' +
    'while'
  ).split(' '),
);
const marks: Readonly<Record<string, string>> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__',
};
const meant: Readonly<Record<string, string>> = { underscores: '__', dot: '.', dash: '-', slash: '/' };

export function isReservedWord(name: string): boolean {
  return reserved.has(name);
}

/** A field's name as expressions write it (`__dash__` for `-`); undefined when they cannot. */
export function escapeField(name: string): string | undefined {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !name.includes('__')) return reserved.has(name) ? `__${name}__` : name;
  if (!/^[A-Za-z_.\-/][A-Za-z0-9_.\-/]*$/.test(name)) return undefined;
  return name.replaceAll(/__|[.\-/]/g, (mark) => marks[mark] ?? mark);
}

/** The field that an expression's name means; undefined when no field has such a name. */
export function unescapeField(name: string): string | undefined {
  if (!name.includes('__')) return name;
  let known = true;
  const field = name.replaceAll(/__([^_]+)__/g, (whole, word: string) => {
    const mark = meant[word];
    if (mark !== undefined) return mark;
    if (!reserved.has(word) || whole.length !== name.length) known = false;
    return word;
  });
  return known ? field : undefined;
}

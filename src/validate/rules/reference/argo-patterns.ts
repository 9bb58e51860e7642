/** Argo CD's patterns: `*` stands for anything, `!` in front refuses. */
export function isAllowed(patterns: readonly string[], text: string): boolean {
  const refused = patterns.some((pattern) => pattern.startsWith('!') && fits(pattern.slice(1), text));
  return !refused && patterns.some((pattern) => fits(pattern, text));
}

function fits(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === text;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  const last = rest.pop() ?? '';
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

/** What more Argo CD's globs can say. Nobody is refused for what is not read here. */
const unread = /[?[{\\]/;

/** Argo CD's patterns: `*` stands for anything, `!` in front for everything else. */
export function takes(pattern: string, text: string): boolean {
  if (unread.test(pattern)) return true;
  return pattern.startsWith('!') ? !fits(pattern.slice(1), text) : fits(pattern, text);
}

/** A pattern with `!` refuses what it does not take, whatever the others say. */
export function refuses(pattern: string, text: string): boolean {
  return pattern.startsWith('!') && !takes(pattern, text);
}

/** Source: IsSourcePermitted in app_project_types.go of Argo CD. */
export function isAllowed(patterns: readonly string[], text: string): boolean {
  return !patterns.some((pattern) => refuses(pattern, text)) && patterns.some((pattern) => takes(pattern, text));
}

/** Argo CD takes the ways to write one repository for the same: in capitals, with `.git`, as `git@host:path`. */
export function normalRepository(url: string): string {
  const [, negation = '', address = ''] = /^(!?)(.*)$/s.exec(url.trim().toLowerCase()) ?? [];
  const scp = address.includes('://') ? undefined : /^([^@/]+@[^:/]+):(.+)$/.exec(address);
  const written = scp === undefined || scp === null ? address : `ssh://${scp[1] ?? ''}/${scp[2] ?? ''}`;
  return `${negation}${written.replace(/\/+$/, '').replace(/\.git$/, '')}`;
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

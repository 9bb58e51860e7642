/** One thing that is wrong with a value, before anybody knows in which file it stands. */
export interface Problem {
  readonly code: string;
  /** RFC 6901, into the declared value. */
  readonly pointer: string;
  readonly message: string;
  readonly hint: string;
  /** What is wrong is the key itself, not its value. */
  readonly atKey?: boolean;
}

export function childPointer(pointer: string, key: PropertyKey): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function pointerOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(childPointer, '');
}

/** `apps[0].origin.image`: as an author would write it. */
export function dotted(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[A-Za-z_$][\w$-]*$/.test(String(part))) text += text === '' ? String(part) : `.${String(part)}`;
    else text += `["${String(part)}"]`;
  }
  return text;
}

import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document, Pair, YAMLMap } from 'yaml';
import { UserError } from '../kernel/index.ts';

export interface ImagesEdit {
  /** Repo-relative, for errors. */
  readonly file: string;
  readonly tenant: string;
  readonly environment: string;
  /** The tenant's apps that have an image: each gets a place of its own in a new file. */
  readonly apps: readonly string[];
  readonly app: string;
  readonly reference: string;
  /** The file as it is; left out when there is none. */
  readonly text?: string;
}

/**
 * Sets one app's digest. Everything else stays byte for byte: comments, order, spacing.
 *
 * Each app has a block of its own: a blank line, a comment line with its name, and its entry. Between the entries of two apps there
 * are always lines that nobody changes, so git merges branches that set different apps. A new file has the comment lines of all apps
 * already, so that a first digest is also put in a place of its own.
 */
export function editImages(edit: ImagesEdit): { readonly text: string; readonly previous?: string } {
  const text = edit.text ?? emptyFile(edit);
  const document = parse(edit, text);
  const map = isMap(document.contents) ? document.contents : undefined;
  const pair = map?.items.find((item) => isScalar(item.key) && String(item.key.value) === edit.app);
  const previous = isScalar(pair?.value) ? String(pair.value.value) : undefined;
  if (previous === edit.reference) return { text, previous };
  const next = map !== undefined && map.flow === true ? reformat(document, edit) : place(text, map, pair, edit);
  return { text: next, ...(previous === undefined ? {} : { previous }) };
}

function emptyFile({ tenant, environment, apps, app }: ImagesEdit): string {
  const head = `# Image digests of ${tenant} in ${environment}. \`keelson image set\` writes them; each stands below the name of its app.\n`;
  const names = [...new Set([...apps, app])].toSorted();
  return `${head}${names.map((name) => `\n# ${name}\n`).join('')}`;
}

function parse(edit: ImagesEdit, text: string): Document.Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  const fault =
    error?.message.split('\n')[0] ??
    (document.contents === null || isMap(document.contents) ? undefined : 'not a mapping');
  if (fault === undefined) return document;
  const at = lines.linePos(error?.pos[0] ?? 0);
  throw new UserError({
    code: 'invalid-images-file',
    message: `The images file cannot be edited: ${fault}`,
    hint: 'It maps names of apps to image references. Repair it, or delete it and set the digests again.',
    location: { file: edit.file, line: at.line, column: at.col },
  });
}

/** `{checkout: ...}` has no lines to keep apart, so it is written anew, with its comments. */
function reformat(document: Document.Parsed, edit: ImagesEdit): string {
  if (isMap(document.contents)) document.contents.flow = false;
  document.set(edit.app, edit.reference);
  return document.toString({ lineWidth: 0 });
}

function place(text: string, map: YAMLMap | undefined, pair: Pair | undefined, edit: ImagesEdit): string {
  const range = isScalar(pair?.value) ? pair.value.range : undefined;
  if (range !== undefined && range !== null && range[1] > range[0]) {
    return `${text.slice(0, range[0])}${edit.reference}${text.slice(range[1])}`;
  }
  const whole = text.endsWith('\n') || text === '' ? text : `${text}\n`;
  const lines = whole.split('\n');
  const entry = `${quotedKey(edit.app)}: ${edit.reference}`;
  const own = pair === undefined ? -1 : lineOf(text, pair);
  // `checkout:` without a value: the line is the entry's.
  if (own >= 0) return lines.with(own, entry).join('\n');
  const slot = lines.indexOf(`# ${edit.app}`);
  if (slot >= 0) return lines.toSpliced(slot + 1, 0, entry).join('\n');
  const block = ['', `# ${edit.app}`, entry];
  const follower = firstLineAfter(lines, map, text, edit.app);
  if (follower < 0) return `${whole}${block.join('\n')}\n`;
  // The blank line above the follower stays above it.
  const at = lines[follower - 1] === '' ? follower - 1 : follower;
  return lines.toSpliced(at, 0, ...block).join('\n');
}

/** The line where the block of the first app that sorts after `app` begins; -1 when there is none. */
function firstLineAfter(lines: readonly string[], map: YAMLMap | undefined, text: string, app: string): number {
  const starts = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    const name = /^# ([a-z][-a-z0-9]*)$/.exec(line)?.[1];
    if (name !== undefined) starts.set(name, index);
  }
  for (const pair of map?.items ?? []) {
    const name = isScalar(pair.key) ? String(pair.key.value) : '';
    if (!starts.has(name)) starts.set(name, lineOf(text, pair));
  }
  const [first] = [...starts.keys()].filter((name) => name > app).toSorted();
  return first === undefined ? -1 : (starts.get(first) ?? -1);
}

function lineOf(text: string, pair: Pair): number {
  const start = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
  return start === undefined ? -1 : text.slice(0, start).split('\n').length - 1;
}

/** Names that YAML 1.1 would read as something else than a string. */
function quotedKey(name: string): string {
  return /^(?:y|n|yes|no|on|off|true|false|null)$/.test(name) ? `"${name}"` : name;
}

import { isDash } from './cursor.ts';
import { fastKey, keyEnd } from './fast-key.ts';
import { locator } from './source.ts';
import type { Source } from './source.ts';
import { pointerStep } from './value.ts';
import type { YamlDocument, YamlPosition, YamlSource } from './value.ts';

/** A line with content: offsets of its start, of its first character that is no space, and behind its last. */
interface Line {
  readonly start: number;
  readonly at: number;
  readonly end: number;
}

/** A value: the line and offset that it begins at, the column that its members or items share, and the line behind its last. */
interface Value {
  readonly line: number;
  readonly at: number;
  /** Undefined for a scalar. */
  readonly column: number | undefined;
  readonly behind: number;
}

interface Found {
  /** Offsets of the key of a member. */
  readonly key?: readonly [start: number, end: number];
  /** Undefined where nothing stands: `key:`. */
  readonly value: Value | undefined;
  /** Where the value would stand. */
  readonly empty: number;
}

/**
 * The documents of `readYaml` with their places alone, many times faster, for a text that `readYamlFast` has taken: for other texts the
 * places are wrong. Undefined for one with a comment below the first line of content: the full reader knows what a comment belongs to.
 */
export function locateFast(
  text: string,
  { file }: YamlSource,
): readonly Pick<YamlDocument, 'index' | 'locate'>[] | undefined {
  const place = locator(file, text);
  const documents: Pick<YamlDocument, 'index' | 'locate'>[] = [];
  for (const [index, lines] of linesOf(text).entries()) {
    if (lines === undefined) return undefined;
    if (lines.length > 0)
      documents.push({ index, locate: (pointer) => locate({ text, lines, index, place }, pointer) });
  }
  return documents;
}

interface Document {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly index: number;
  readonly place: Source['locate'];
}

/** By document; undefined for one with a comment in it. */
function linesOf(text: string): readonly (readonly Line[] | undefined)[] {
  const documents: (Line[] | undefined)[] = [[]];
  let opened = false;
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const last = next < 0 ? text.length : next;
    let at = start;
    while (text.charCodeAt(at) === 32) at++;
    let end = last;
    while (end > at && text.charCodeAt(end - 1) === 32) end--;
    const lines = documents.at(-1);
    if (at === start && text.slice(start, end) === '---') {
      // A marker before anything else opens the first document, it does not end an empty one.
      if (opened || (lines?.length ?? 1) > 0) documents.push([]);
      opened = true;
    } else if (at < end && lines !== undefined) {
      if (text.charCodeAt(at) !== 35) lines.push({ start, at, end });
      else if (lines.length > 0) documents[documents.length - 1] = undefined;
    }
    start = last + 1;
  }
  return documents;
}

function locate({ text, lines, index, place }: Document, pointer: string): YamlPosition {
  const [first] = lines;
  let node: Value | undefined = { line: 0, at: first?.at ?? 0, column: 0, behind: lines.length };
  const placeOf = ({ at, behind }: Value): YamlPosition['value'] => place(at, lines[behind - 1]?.end ?? at, index);
  let found: YamlPosition = { pointer: '', value: placeOf(node) };
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const child: Found | undefined =
      node?.column === undefined ? undefined : childOf(text, lines, { ...node, column: node.column }, name);
    if (child === undefined) break;
    const { key, empty }: Found = child;
    const value: Value | undefined = child.value;
    const reached = found.pointer + pointerStep(name);
    const keyPlace = key === undefined ? undefined : place(key[0], key[1], index);
    found = {
      pointer: reached,
      ...(keyPlace === undefined ? {} : { key: keyPlace }),
      value: value === undefined ? place(empty, empty, index) : placeOf(value),
    };
    node = value;
  }
  return found;
}

function childOf(
  text: string,
  lines: readonly Line[],
  node: Value & { readonly column: number },
  name: string,
): Found | undefined {
  const cursor = { text, at: node.at, end: lines[node.line]?.end ?? node.at };
  return isDash({ ...cursor, next: 0, indent: 0, skipped: false })
    ? itemOf(text, lines, node, name)
    : memberOf(text, lines, node, name);
}

function memberOf(
  text: string,
  lines: readonly Line[],
  node: Value & { readonly column: number },
  name: string,
): Found | undefined {
  let index = node.line;
  let { at } = node;
  while (index < node.behind) {
    const line = lines[index] as Line;
    const colon = keyEnd(text, at, line.end);
    if (colon < 0) return undefined;
    const behind = lineBehind(text, lines, index + 1, node, true);
    if (fastKey(text, at, colon) === name) {
      let value = colon + 1;
      while (text.charCodeAt(value) === 32) value++;
      const key = [at, colon] as const;
      const empty = colon + 1;
      if (value < line.end) {
        return { key, value: { line: index, at: value, column: undefined, behind }, empty };
      }
      return { key, value: blockAt(lines, index + 1, behind), empty };
    }
    index = behind;
    at = lines[index]?.at ?? 0;
  }
  return undefined;
}

function itemOf(
  text: string,
  lines: readonly Line[],
  node: Value & { readonly column: number },
  name: string,
): Found | undefined {
  if (!/^(?:0|[1-9][0-9]*)$/.test(name)) return undefined;
  let index = node.line;
  let { at } = node;
  for (let item = 0; index < node.behind; item++) {
    const behind = lineBehind(text, lines, index + 1, node, false);
    if (item === Number(name)) {
      const { end } = lines[index] as Line;
      let value = at + 1;
      while (text.charCodeAt(value) === 32) value++;
      const empty = at + 1;
      if (value >= end) return { value: blockAt(lines, index + 1, behind), empty };
      const isBlock =
        isDash({ text, at: value, end, next: 0, indent: 0, skipped: false }) || keyEnd(text, value, end) >= 0;
      const column = isBlock ? node.column + value - at : undefined;
      return { value: { line: index, at: value, column, behind }, empty };
    }
    index = behind;
    at = lines[index]?.at ?? 0;
  }
  return undefined;
}

/** The line that the next member or item begins in. A list may stand at the column of its key. */
function lineBehind(
  text: string,
  lines: readonly Line[],
  from: number,
  { column, behind }: Value & { readonly column: number },
  dashesInside: boolean,
): number {
  let index = from;
  for (; index < behind; index++) {
    const { start, at, end } = lines[index] as Line;
    if (at - start > column) continue;
    if (dashesInside && isDash({ text, at, end, next: 0, indent: 0, skipped: false })) continue;
    break;
  }
  return index;
}

function blockAt(lines: readonly Line[], line: number, behind: number): Value | undefined {
  const first = lines[line];
  if (first === undefined || line >= behind) return undefined;
  return { line, at: first.at, column: first.at - first.start, behind };
}

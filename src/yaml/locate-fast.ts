import { isDashAt, lineBehind, linesOf } from './content-lines.ts';
import type { Line } from './content-lines.ts';
import { fastKey, keyEnd } from './fast-key.ts';
import { locator } from './source.ts';
import type { Source } from './source.ts';
import { pointerStep } from './value.ts';
import type { YamlDocument, YamlPosition, YamlSource } from './value.ts';

/** A value: the line and offset that it begins at, the column that its members or items share, and the line behind its last. */
interface Value {
  readonly line: number;
  readonly at: number;
  /** Undefined for a scalar. */
  readonly column: number | undefined;
  readonly behind: number;
}

type Block = Value & { readonly column: number };

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
    if (lines.length === 0) continue;
    const document: Document = { text, lines, index, place, known: new Map() };
    documents.push({ index, locate: (pointer) => locate(document, pointer) });
  }
  return documents;
}

interface Document {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly index: number;
  readonly place: Source['locate'];
  /** By the offset that a block begins at. */
  readonly known: Map<number, ReadonlyMap<string, Found>>;
}

function locate(document: Document, pointer: string): YamlPosition {
  const { lines, index, place } = document;
  const [first] = lines;
  let node: Value | undefined = { line: 0, at: first?.at ?? 0, column: 0, behind: lines.length };
  const placeOf = (value: Value): YamlPosition['value'] => place(value.at, endOf(document, value), index);
  let found: YamlPosition = { pointer: '', value: placeOf(node) };
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const child: Found | undefined =
      node?.column === undefined ? undefined : childrenOf(document, { ...node, column: node.column }).get(name);
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

/** Behind the last character that is no white space: texts of several lines may end in tabs and other blanks. */
function endOf({ text, lines }: Document, { at, line, behind }: Value): number {
  for (let index = behind - 1; index > line; index--) {
    const { start, end } = lines[index] as Line;
    const length = text.slice(start, end).trimEnd().length;
    if (length > 0) return start + length;
  }
  return at + text.slice(at, lines[line]?.end ?? at).trimEnd().length;
}

/** All members or items of a block: read once, because thousands of places may be asked for in one. */
function childrenOf({ text, lines, known }: Document, node: Block): ReadonlyMap<string, Found> {
  const seen = known.get(node.at);
  if (seen !== undefined) return seen;
  const isList = isDashAt(text, node.at, lines[node.line]?.end ?? node.at);
  const children = new Map<string, Found>();
  let { at, line: index } = node;
  while (index < node.behind) {
    const behind = lineBehind(text, lines, index + 1, node, !isList);
    const { end } = lines[index] as Line;
    if (isList)
      children.set(String(children.size), itemAt(text, lines, { at, line: index, behind, column: node.column }));
    else {
      const colon = keyEnd(text, at, end);
      if (colon < 0) break;
      children.set(fastKey(text, at, colon), memberAt(text, lines, { at, line: index, behind }, colon));
    }
    index = behind;
    at = lines[index]?.at ?? 0;
  }
  known.set(node.at, children);
  return children;
}

function memberAt(
  text: string,
  lines: readonly Line[],
  { at, line, behind }: Omit<Value, 'column'>,
  colon: number,
): Found {
  const empty = colon + 1;
  const value = textAt(text, empty);
  const key = [at, colon] as const;
  return value < (lines[line]?.end ?? 0)
    ? { key, value: { line, at: value, column: undefined, behind }, empty }
    : { key, value: blockAt(lines, line + 1, behind), empty };
}

function itemAt(text: string, lines: readonly Line[], { at, line, behind, column }: Block): Found {
  const end = lines[line]?.end ?? 0;
  const empty = at + 1;
  const value = textAt(text, empty);
  if (value >= end) return { value: blockAt(lines, line + 1, behind), empty };
  const isBlock = isDashAt(text, value, end) || keyEnd(text, value, end) >= 0;
  return { value: { line, at: value, column: isBlock ? column + value - at : undefined, behind }, empty };
}

/** The first character that is no space. */
function textAt(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

function blockAt(lines: readonly Line[], line: number, behind: number): Value | undefined {
  const first = lines[line];
  if (first === undefined || line >= behind) return undefined;
  return { line, at: first.at, column: first.at - first.start, behind };
}

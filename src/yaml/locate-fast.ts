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
  return isDashAt(text, node.at, lines[node.line]?.end ?? node.at)
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
      const isBlock = isDashAt(text, value, end) || keyEnd(text, value, end) >= 0;
      const column = isBlock ? node.column + value - at : undefined;
      return { value: { line: index, at: value, column, behind }, empty };
    }
    index = behind;
    at = lines[index]?.at ?? 0;
  }
  return undefined;
}

function blockAt(lines: readonly Line[], line: number, behind: number): Value | undefined {
  const first = lines[line];
  if (first === undefined || line >= behind) return undefined;
  return { line, at: first.at, column: first.at - first.start, behind };
}

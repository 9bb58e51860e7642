import { duplicate, tooMany } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';

/** First minor version that writes these errors as the newest ones do: a list that is too long is not looked into. */
const firstMinorOfNewPaths = 35;

export interface ListRules<Item> {
  readonly maximum?: number;
  readonly item: (item: Item, at: FieldPath) => void;
  /** What makes an item the same as another. */
  readonly identity?: (item: Item) => string;
  /** Older servers name the field that makes it so. */
  readonly identityField?: string;
}

export function validateList<Item>(
  check: Check,
  items: readonly Item[] = [],
  at: FieldPath,
  { maximum = Infinity, item, identity, identityField }: ListRules<Item>,
): void {
  const isNew = check.minor >= firstMinorOfNewPaths;
  if (items.length > maximum) tooMany(check, at, items.length, maximum);
  if (items.length > maximum && isNew) return;
  for (const [position, one] of items.entries()) item(one, index(at, position));
  if (identity === undefined) return;
  const seen = new Set<string>();
  for (const [position, one] of items.entries()) {
    const id = identity(one);
    const place = index(at, position);
    if (seen.has(id)) duplicate(check, isNew || identityField === undefined ? place : child(place, identityField), id);
    seen.add(id);
  }
}

export interface MapRules<Value> {
  readonly maximum?: number;
  readonly longestKey: number;
  readonly name: (name: string, at: FieldPath) => void;
  readonly value: (value: Value, at: FieldPath) => void;
}

export function validateMap<Value>(
  check: Check,
  map: Readonly<Record<string, Value>> = {},
  at: FieldPath,
  { maximum = Infinity, longestKey, name, value }: MapRules<Value>,
): void {
  const entries = Object.entries(map);
  const isNew = check.minor >= firstMinorOfNewPaths;
  if (entries.length > maximum) tooMany(check, at, entries.length, maximum);
  if (entries.length > maximum && isNew) return;
  for (const [id, one] of entries) {
    const place = key(at, shortened(id, longestKey));
    name(id, isNew ? at : place);
    value(one, place);
  }
}

/** The server cuts the middle out of a long key. */
function shortened(text: string, maximum: number): string {
  if (text.length <= maximum) return text;
  const kept = maximum - 3;
  return `${text.slice(0, Math.floor((kept + 1) / 2))}...${text.slice(text.length - Math.floor(kept / 2))}`;
}

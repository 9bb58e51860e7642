import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span, Tables } from './merge.ts';

/** `fact`, or `fact@26-31`, `fact@30-`, `fact@-28` when it does not hold in all the versions of the tables. */
export function formatSpan({ fact, first, last }: Span<string>, oldest: number, newest: number): string {
  if (first === oldest && last === newest) return fact;
  return `${fact}@${first === oldest ? '' : first}-${last === newest ? '' : last}`;
}

/** One JSON file per package, one for the kinds: keys sorted, one type a line, so that a new release is a readable diff. */
export function writeTables(folder: string, tables: Tables, oldest: number, newest: number): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const text = (spans: readonly Span<string>[]): string | readonly string[] => {
    const all = spans.map((span) => formatSpan(span, oldest, newest));
    return all.length === 1 ? (all[0] ?? '') : all;
  };
  for (const [table, types] of sorted(tables.types)) {
    const lines = sorted(types).map(([name, fields]) => {
      const all = Object.fromEntries(sorted(fields).map(([field, spans]) => [field, text(spans)]));
      return `${JSON.stringify(name)}: ${JSON.stringify(all)}`;
    });
    writeFileSync(join(folder, `${table}.json`), `{\n${lines.join(',\n')}\n}\n`);
  }
  const kinds = sorted(tables.kinds).map(([id, spans]) => `${JSON.stringify(id)}: ${JSON.stringify(text(spans))}`);
  writeFileSync(
    join(folder, 'kinds.json'),
    `{\n"minors": ${JSON.stringify([oldest, newest])},\n"kinds": {\n${kinds.join(',\n')}\n}\n}\n`,
  );
}

function sorted<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

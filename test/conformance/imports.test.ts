import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, dirname, sep } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const source = join(root, 'src');

interface Allowance {
  /** Folders whose values and types may be imported. */
  readonly values: ReadonlySet<string>;
  /** Folders of which only types may be imported. */
  readonly types: ReadonlySet<string>;
}

/** The rows of the table in src/README.md: folder -> what it may import. */
function readTable(): ReadonlyMap<string, Allowance | 'everything'> {
  const rows = new Map<string, Allowance | 'everything'>();
  for (const line of readFileSync(join(source, 'README.md'), 'utf8').split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    const folder = /^`([a-z-]+)`$/.exec(cells[1] ?? '')?.[1];
    const allowed = cells[3];
    if (folder === undefined || allowed === undefined) continue;
    if (allowed === 'everything') {
      rows.set(folder, 'everything');
      continue;
    }
    const values = new Set<string>();
    const types = new Set<string>();
    for (const item of allowed.split(',').map((part) => part.trim())) {
      if (item === 'nothing' || item === '') continue;
      const [name, only] = item.split(' ');
      if (name !== undefined) (only === 'types' ? types : values).add(name);
    }
    rows.set(folder, { values, types });
  }
  return rows;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8');
  const found: Import[] = [];
  for (const match of text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)) {
    found.push({ specifier: match[2] ?? '', typeOnly: match[1] !== undefined });
  }
  for (const match of text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)) {
    found.push({ specifier: match[1] ?? '', typeOnly: false });
  }
  return found;
}

const table = readTable();
const files = sourceFiles(source);

test('every folder of src has a row in src/README.md, and every row a folder', () => {
  const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).toSorted()).toEqual([...table.keys()].toSorted());
});

test('no import crosses a border that src/README.md does not open', () => {
  const refused: string[] = [];
  for (const file of files) {
    const folder = relative(source, file).split(sep)[0] ?? '';
    const allowance = table.get(folder);
    if (allowance === undefined || allowance === 'everything') continue;
    for (const found of importsOf(file)) {
      if (!found.specifier.startsWith('.')) continue;
      const target = relative(source, resolve(dirname(file), found.specifier)).split(sep)[0] ?? '';
      if (target === folder || allowance.values.has(target)) continue;
      if (found.typeOnly && allowance.types.has(target)) continue;
      refused.push(
        `${relative(root, file)} imports ${found.specifier}: src/README.md does not let ${folder} import ${target}`,
      );
    }
  }
  expect(refused).toEqual([]);
});

test('src imports nothing outside src but packages', () => {
  const refused = files.flatMap((file) =>
    importsOf(file)
      .filter(
        (found) =>
          found.specifier.startsWith('.') && relative(source, resolve(dirname(file), found.specifier)).startsWith('..'),
      )
      .map((found) => `${relative(root, file)} imports ${found.specifier}`),
  );
  expect(refused).toEqual([]);
});

test('every folder says in a README what it does and what it may not do', () => {
  const missing = [...table.keys()].filter((folder) => {
    try {
      return !/may not/i.test(readFileSync(join(source, folder, 'README.md'), 'utf8'));
    } catch {
      return true;
    }
  });
  expect(missing, 'add a README.md of about three lines with a "May not" line').toEqual([]);
});

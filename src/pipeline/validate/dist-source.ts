import type { Declared } from '../../kernel/index.ts';
import { readDist, unitFromId } from '../../rendered/index.ts';
import type { DistFile, DistTree } from '../../rendered/index.ts';
import { touchedFile, unreadableFile } from '../../validate/index.ts';
import type { FileVerdict, Origin, SourceFile } from '../../validate/index.ts';
import type { LoadedFleet } from '../load-fleet.ts';
import { openOrigins } from './rendered-origin.ts';
import type { ValidateFleetOptions } from './validate-fleet.ts';
import { isManifestPath } from './world-units.ts';
import type { World } from './world-units.ts';

/**
 * Gives every manifest that lies in `dist/`, as Argo CD reads it, also what was edited by hand and what keelson never wrote.
 * Returns what is said of such files themselves.
 */
export function distSource(
  world: World,
  loaded: LoadedFleet,
  { ports: { files }, root, progress }: ValidateFleetOptions,
  add: (file: SourceFile) => void,
): readonly FileVerdict[] {
  const tree = readDist(files, root);
  const units = new Set(loaded.fleet.units.map(({ ref }) => ref.id));
  const originFor = openOrigins(loaded);
  const named: FileVerdict[] = oddEntries(tree).filter((_, index) => world.isSelected(tree.odd[index] ?? { path: '' }));
  for (const [index, file] of tree.files.entries()) {
    if (index % 256 === 0) progress?.({ stage: 'check', done: index, total: tree.files.length });
    const origin = originOf(file, originFor);
    const touched = whyTouched(file, units);
    if (touched !== undefined && world.isSelected(file))
      named.push(touchedFile({ ...touched, path: file.path, origin }));
    if (!isManifestPath(file.path)) continue;
    const source = { path: file.path, text: files.read(`${root}/${file.path}`).toString('utf8') };
    add(origin === undefined ? source : { ...source, origin });
  }
  return named;
}

function originOf({ unit: id, path, source }: DistFile, originFor: ReturnType<typeof openOrigins>): Origin | undefined {
  if (id === undefined) return undefined;
  const unit = unitFromId(id);
  const known = originFor(unit, path);
  if (known !== undefined || source === undefined) return known;
  const declared: Declared = { ...source, line: 1, column: 1 };
  return { unit, declared };
}

interface Touched {
  readonly messageId: string;
  readonly message: string;
}

function whyTouched({ state, because, unit }: DistFile, units: ReadonlySet<string>): Touched | undefined {
  if (state === 'foreign') return { messageId: 'stray', message: 'keelson did not write this file' };
  if (state === 'edited') {
    const how = because === 'line-endings' ? 'its line endings were changed' : 'it was edited by hand';
    return { messageId: 'edited', message: `the file is not as keelson wrote it: ${how}` };
  }
  if (unit === undefined || !units.has(unit)) {
    return { messageId: 'undeclared', message: 'nothing that is declared renders this file any more' };
  }
  return undefined;
}

function oddEntries({ odd }: DistTree): FileVerdict[] {
  return odd.map(({ path, type }) =>
    type === 'unreadable'
      ? unreadableFile(path, 'it cannot be read')
      : touchedFile({ path, messageId: 'odd', message: 'this is no file: keelson does not follow it' }),
  );
}

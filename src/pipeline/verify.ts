import { throwAll } from '../kernel/index.ts';
import { detectSourceDrift, isAtOrBelow, type Drift, type DriftReport, type ExpectedFile } from '../drift/index.ts';
import { planWrite, readDist, sha256 } from '../rendered/index.ts';
import { codeownersOf } from './codeowners.ts';
import { loadFleet, type LoadedFleet } from './load-fleet.ts';
import { renderUnits, type Rendering } from './render-units.ts';
import { selectUnits } from './selection.ts';
import { unmovedFiles } from './unmoved.ts';
import type { VerifyOptions } from './types.ts';

/** load -> model -> synth, and then: does `dist/` equal that, and if not, why? Changes nothing. Throws UserErrors. */
export async function verify(options: VerifyOptions): Promise<DriftReport> {
  const { root, ports, progress } = options;
  const { files, git } = ports;
  const loaded = await loadFleet(options);
  const { units, scope } = selectUnits(loaded.fleet, options.select);
  const fresh = options.noCache ?? false;
  const tree = readDist(files, root, scope);
  const rendering = await renderUnits({ loaded, units, options, tree, fresh });
  throwAll(rendering.errors);

  progress?.({ stage: 'compare', done: 0, total: rendering.files.length });
  const inScope = scope === undefined ? {} : { scope };
  // What lies where something cannot be read is undetermined; the plan would refuse to write there.
  const rendered = rendering.files.filter((file) => !tree.odd.some((odd) => isAtOrBelow(file.path, odd.path)));
  const plan = await planWrite({ files, git, root, rendered, ...inScope, tree, allowDelete: 'all' });
  const pruned = new Set(plan.actions.filter(({ action }) => action === 'delete').map(({ path }) => path));
  const stale = plan.actions.filter(({ action }) => action === 'update').map(({ path }) => path);
  const unmoved = await unmovedFiles(git, stale);
  const texts = new Map(rendering.files.map((file) => [file.path, file.text]));
  const { drifts, undetermined } = await detectSourceDrift({
    expected: expectedFiles(rendering, loaded),
    tree,
    renderedText: (path) => texts.get(path) ?? '',
    foundText: (path) => files.read(`${root}/${path}`).toString('utf8'),
    isOwned: (path) => pruned.has(path),
    isUnmoved: (path) => unmoved.has(path),
  });
  const all = scope === undefined ? [...drifts, ...codeownersDrift(loaded, options)] : drifts;
  return {
    senses: ['source'],
    drifts: all,
    declared: [],
    undetermined,
    summary: { source: all.length, undetermined: undetermined.length },
  };
}

function expectedFiles(rendering: Rendering, { fleet, code }: LoadedFleet): readonly ExpectedFile[] {
  const units = new Map(fleet.units.map((unit) => [unit.ref.id, unit]));
  return rendering.files.flatMap((file) => {
    const unit = units.get(file.unit);
    if (unit === undefined) return [];
    const { ref, declared } = unit;
    const frame = file.provenance?.frame;
    // Mapping a frame is lazy: only the differing files are ever asked.
    return [
      {
        file,
        unit: ref,
        get declared() {
          const location = frame === undefined ? undefined : code.locate(frame);
          return location === undefined ? declared : { ...location, symbol: declared.symbol };
        },
      },
    ];
  });
}

/** CODEOWNERS is compared as a whole: it has no header and no unit. */
function codeownersDrift({ fleet }: LoadedFleet, options: VerifyOptions): readonly Drift[] {
  const { files } = options.ports;
  return codeownersOf(fleet, options).flatMap(({ path, text }): readonly Drift[] => {
    const there = `${options.root}/${path}`;
    if (files.type(there) !== 'file') {
      return [{ sense: 'source', change: 'missing', cause: 'missing-file', file: path, fields: [] }];
    }
    if (sha256(files.read(there)) === sha256(text)) return [];
    return [{ sense: 'source', change: 'changed', cause: 'stale-render', file: path, fields: [] }];
  });
}

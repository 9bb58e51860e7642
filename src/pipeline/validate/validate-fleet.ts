import type { Fleet, Unit } from '../../model/types.ts';
import { coverageOf, fileRules, mergeVerdicts, waiverRules } from '../../validate/index.ts';
import type { FileVerdict, NotChecked, Rule, Target, Validation } from '../../validate/index.ts';
import { loadFleet, type LoadedFleet } from '../load-fleet.ts';
import type { PipelineOptions, Selection } from '../types.ts';
import { readBase } from './base.ts';
import { distSource } from './dist-source.ts';
import { checkPolicy, rulesForTier, waive } from './fleet-policy.ts';
import { openJudge } from './judge-fleet.ts';
import type { FleetJudge } from './judge-fleet.ts';
import { markExisting } from './mark-existing.ts';
import { renderSource } from './render-source.ts';
import { worldOf } from './world-units.ts';
import type { World } from './world-units.ts';

export interface ValidateFleetOptions extends PipelineOptions {
  readonly select?: Selection;
  /** Names of rules and rule sets. */
  readonly rules: readonly string[];
  readonly next?: number;
  readonly podSecurity?: Target['podSecurity'];
  /** Judges the bytes that lie in `dist/`, instead of what the declarations render. */
  readonly dist?: boolean;
  /** A branch, tag or commit: what was found where HEAD left it is marked as existing. */
  readonly base?: string;
}

/**
 * load -> model -> synth -> validate: renders the selected units in memory (or reads `dist/`) and judges each against the version
 * of its own cluster, among all that the cluster gets. Writes nothing. Throws UserErrors.
 */
export async function validateFleet(options: ValidateFleetOptions): Promise<Validation> {
  const loaded = await loadFleet(options);
  checkPolicy(loaded);
  const world = worldOf(loaded, options.select);
  const base = options.base === undefined ? undefined : await readBase(options.base, world, options);
  const judge = openJudge(world, options, base?.objects);
  const named = addFiles(judge, world, loaded, options);
  const said = judge.conclude();
  const verdict = mergeVerdicts([
    ...judge.unknown,
    ...named,
    ...said.verdicts,
    { ...nothing, notChecked: unrendered(loaded.fleet, world.units) },
  ]);
  const waived = waive(
    [...verdict.findings, ...said.unused],
    loaded,
    { units: world.units, names: options.rules, notChecked: verdict.notChecked },
    options,
  );
  // What is said of waivers stands at its place, too.
  const { findings } = mergeVerdicts([{ ...nothing, findings: waived }]);
  const ran = [...fileRules, ...waiverRules, ...rulesOf(judge, world, options)];
  return {
    findings: base === undefined ? findings : await markExisting(findings, base, said, world, options),
    objects: verdict.objects,
    units: world.units.length,
    texts: said.texts,
    rules: ran,
    ...(base === undefined ? {} : { base: { ref: base.ref, commit: base.commit } }),
    coverage: coverageOf(
      { rules: ran.length, profile: options.rules.join(','), kubernetes: judge.kubernetes },
      verdict,
    ),
  };
}

const nothing: FileVerdict = { findings: [], objects: 0, checked: 0, notChecked: [] };

/** Returns what is said of files besides what the rules say of what is in them. */
function addFiles(
  judge: FleetJudge,
  world: World,
  loaded: LoadedFleet,
  options: ValidateFleetOptions,
): readonly FileVerdict[] {
  if (options.dist === true) return distSource(world, loaded, options, (file) => judge.add(file));
  renderSource(world, loaded, options, (file) => judge.add(file));
  return [];
}

/** Of all clusters: which rules run depends on the tier. */
function rulesOf({ engines }: FleetJudge, { loaded }: World, { rules }: ValidateFleetOptions): readonly Rule[] {
  const ran = new Set(engines.flatMap((engine) => engine.rules));
  return engines.length === 0 ? rulesForTier(loaded, rules) : [...ran];
}

/** Charts and foreign repositories that the selected units deliver: their objects are not rendered here. */
function unrendered(fleet: Fleet, units: readonly Unit[]): readonly NotChecked[] {
  const chosen = new Set(units.map(({ ref }) => ref.id));
  return fleet.units
    .flatMap(({ input }) => ('project' in input ? input.delivers : []))
    .filter(({ unit, sources }) => chosen.has(unit.id) && sources.some(({ type }) => type !== 'folder'))
    .map(({ unit }) => ({ reason: 'chart-not-rendered', subject: unit.id, count: 1, objects: [] }));
}

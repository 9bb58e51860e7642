import type { Finding } from '../../kernel/index.ts';
import type { Fleet } from '../../model/types.ts';
import type { Passed, UnitOutcome } from '../../synth/index.ts';
import type { Validation } from '../../validate/index.ts';
import type { LoadedFleet } from '../load-fleet.ts';
import type { Rendering } from '../render-units.ts';
import type { SynthesizeOptions } from '../types.ts';
import { knownMinor } from '../validate/kubernetes-version.ts';
import { worldOf } from '../validate/world-units.ts';
import type { World } from '../validate/world-units.ts';
import { clusterFiles } from './cluster-files.ts';
import type { GateFile } from './gate-file.ts';
import { judgeCustom, judgeIdentity, pulledSchemas } from './judge-cluster.ts';
import { isCustom, openUnitJudge } from './judge-unit.ts';
import type { GateSetup } from './judge-unit.ts';
import { passedDigests } from './passed.ts';
import { refusalOf } from './refusal.ts';

export interface GateVerdict {
  /** What stands in the way of a write; undefined when nothing does. */
  readonly refused: Validation | undefined;
  /** By id of the unit: under what it passed, without any finding. */
  readonly passed: ReadonlyMap<string, Passed>;
}

export function gateSetup({ clusters, policy }: Fleet): GateSetup {
  const known = clusters.flatMap(({ name, kubernetes }) => {
    const minor = knownMinor(kubernetes);
    return minor === undefined ? [] : [[name, minor] as const];
  });
  return { minors: Object.fromEntries(known), settings: policy.settings };
}

/**
 * Whether API servers would take what a run renders, whole clusters considered. Objects of built-in kinds were judged where they were
 * rendered. What the cache spared passed once: it is judged again when it passed under another version, other settings or definitions.
 */
export function gate(
  loaded: LoadedFleet,
  rendering: Rendering,
  options: SynthesizeOptions,
  stage?: string,
): GateVerdict {
  const world = worldOf(loaded, options.select);
  const setup = gateSetup(loaded.fleet);
  const files = clusterFiles({ loaded, world, rendering, options, stage });
  const digests = passedDigests(setup, options.ports.files, options.root);
  const outcomes = new Map(rendering.outcomes.map((outcome) => [outcome.unit, outcome]));
  const judgeUnit = openUnitJudge(setup);
  const findCustom = pulledSchemas(options);
  const findings: Finding[] = rendering.outcomes.flatMap((outcome) => outcome.findings ?? []);
  const passed = new Map<string, Passed>();
  for (const cluster of world.clusters) {
    const minor = setup.minors[cluster.name];
    if (minor === undefined) continue;
    const own = files.get(cluster.name) ?? [];
    const digest = digests(cluster.name, own);
    for (const { unit } of own) if (outcomes.has(unit.id)) passed.set(unit.id, digest);
    const { builtIns, customs } = unproven(own, outcomes, digest, minor);
    for (const { path, object, read, origin } of builtIns) {
      findings.push(...judgeUnit(cluster.name, [{ path, object, text: read() }], () => origin));
    }
    const whole = { loaded, cluster, minor, files: own };
    findings.push(...judgeCustom(customs, whole, findCustom));
    findings.push(...judgeIdentity(whole).filter((finding) => concerns(finding, world)));
  }
  for (const { unit } of findings) if (unit !== undefined) passed.delete(unit.id);
  return { refused: refusalOf(findings, { loaded, world, options, setup, files }), passed };
}

/** The files that no earlier run and no thread of this one has judged under these digests. */
function unproven(
  files: readonly GateFile[],
  outcomes: ReadonlyMap<string, UnitOutcome>,
  digest: Passed,
  minor: number,
): { readonly builtIns: readonly GateFile[]; readonly customs: readonly GateFile[] } {
  const builtIns: GateFile[] = [];
  const customs: GateFile[] = [];
  for (const file of files) {
    const outcome = outcomes.get(file.unit.id);
    if (outcome === undefined) continue;
    if (isCustom(file.object, minor)) {
      if (outcome.passed?.custom !== digest.custom) customs.push(file);
    } else if (outcome.findings === undefined && outcome.passed?.builtIn !== digest.builtIn) builtIns.push(file);
  }
  return { builtIns, customs };
}

/** Between units that the run leaves alone nothing is its business. */
function concerns({ location, related = [] }: Finding, world: World): boolean {
  const places = [location, ...related.map((one) => one.location)];
  return places.some((place) => place === undefined || world.isSelected({ path: place.file }));
}

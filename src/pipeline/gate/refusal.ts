import type { Finding } from '../../kernel/index.ts';
import { coverageOf, fileRules, mergeVerdicts, openFindings, waiverRules } from '../../validate/index.ts';
import type { Validation } from '../../validate/index.ts';
import type { LoadedFleet } from '../load-fleet.ts';
import type { PipelineOptions } from '../types.ts';
import { clusterId } from '../validate/cluster-engines.ts';
import { rulesForTier, waive } from '../validate/fleet-policy.ts';
import type { World } from '../validate/world-units.ts';
import type { GateFile } from './gate-file.ts';
import type { GateSetup } from './judge-unit.ts';

/** What a write must pass: what an API server would refuse, and what would be there twice. */
export const gateRules = ['api-server', 'identity'];

interface Judged {
  readonly loaded: LoadedFleet;
  readonly world: World;
  readonly options: PipelineOptions;
  readonly setup: GateSetup;
  readonly files: ReadonlyMap<string, readonly GateFile[]>;
}

/** The errors that nobody answers for, as `validate` would say them; undefined when there are none. */
export function refusalOf(findings: readonly Finding[], judged: Judged): Validation | undefined {
  if (findings.length === 0) return undefined;
  const { loaded, world, options, setup, files } = judged;
  const sorted = mergeVerdicts([{ findings, objects: 0, checked: 0, notChecked: [] }]).findings;
  const about = new Set(waiverRules.map(({ id }) => id));
  const said = waive(sorted, loaded, { units: world.units, names: gateRules, notChecked: [] }, options)
    // Whether waivers are of use is for `validate` to say, which asks all rules.
    .filter(({ rule }) => !about.has(rule));
  if (openFindings({ findings: said }).length === 0) return undefined;
  const rules = [...fileRules, ...rulesForTier(loaded, gateRules)];
  const chosen = new Set(world.units.map(({ ref }) => ref.id));
  const objects = [...files.values()].flat().filter(({ unit }) => chosen.has(unit.id)).length;
  const kubernetes = world.clusters.flatMap((cluster) => {
    const minor = setup.minors[cluster.name];
    return minor === undefined ? [] : [[clusterId(cluster), `1.${minor}`] as const];
  });
  return {
    findings: said,
    objects,
    units: world.units.length,
    texts: textsOf(said, files),
    rules,
    coverage: coverageOf(
      { rules: rules.length, profile: gateRules.join(','), kubernetes: Object.fromEntries(kubernetes) },
      { checked: objects, notChecked: [] },
    ),
  };
}

/** For excerpts: what was not written lies in no file. */
function textsOf(
  findings: readonly Finding[],
  files: ReadonlyMap<string, readonly GateFile[]>,
): ReadonlyMap<string, string> {
  const paths = new Set(findings.map(({ location }) => location?.file));
  const found = [...files.values()].flat().filter(({ path }) => paths.has(path));
  return new Map(found.map(({ path, read }) => [path, read()]));
}

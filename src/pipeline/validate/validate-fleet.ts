import { join } from 'node:path';
import { throwAll, UserError, UserErrors } from '../../kernel/index.ts';
import type { Declared, Files, Location } from '../../kernel/index.ts';
import type { Cluster, Fleet, Unit } from '../../model/types.ts';
import type { RenderedText } from '../../rendered/index.ts';
import { holdUtc, installGuard, renderTexts } from '../../synth/index.ts';
import { coverageOf, fileRules, mergeVerdicts, openEngine, selectRules, unknownVersion } from '../../validate/index.ts';
import type { Engine, FileVerdict, NotChecked, Origin, Target, Validation } from '../../validate/index.ts';
import { loadSchemas, schemaSources } from '../../schema/index.ts';
import { loadFleet, type LoadedFleet } from '../load-fleet.ts';
import { jobsOf } from '../render-units.ts';
import { selectUnits } from '../selection.ts';
import type { PipelineOptions, Selection } from '../types.ts';
import { findIn } from './check-files.ts';
import { knownMinor } from './kubernetes-version.ts';

export interface ValidateFleetOptions extends PipelineOptions {
  readonly select?: Selection;
  /** Names of rules and rule sets. */
  readonly rules: readonly string[];
  readonly next?: number;
  readonly podSecurity?: Target['podSecurity'];
}

/**
 * load -> model -> synth -> validate: renders the selected units in memory and judges each against the version of its own
 * cluster. Writes nothing. Throws UserErrors.
 */
export async function validateFleet(options: ValidateFleetOptions): Promise<Validation> {
  const loaded = await loadFleet(options);
  const { units } = selectUnits(loaded.fleet, options.select);
  const { engines, unknown } = enginesOf(loaded.fleet, units, options);
  const verdicts = [...unknown, ...checkUnits(loaded, units, engines, options)];
  for (const { engine } of engines.values()) verdicts.push(engine.finish(engine.takeDefinitions()));
  const verdict = mergeVerdicts([...verdicts, { ...nothing, notChecked: unrendered(loaded.fleet, units) }]);
  const ran = [...fileRules, ...selectRules(options.rules)];
  return {
    findings: verdict.findings,
    objects: verdict.objects,
    units: units.length,
    rules: ran,
    coverage: coverageOf(
      {
        rules: ran.length,
        profile: options.rules.join(','),
        kubernetes: Object.fromEntries([...engines].map(([id, { minor }]) => [id, `1.${minor}`])),
      },
      verdict,
    ),
  };
}

const nothing: FileVerdict = { findings: [], objects: 0, checked: 0, notChecked: [] };

interface ClusterEngines {
  readonly engines: ReadonlyMap<string, ClusterEngine>;
  /** Of clusters whose version nobody knows. */
  readonly unknown: readonly FileVerdict[];
}

interface ClusterEngine {
  readonly minor: number;
  readonly engine: Engine;
}

/** One engine per environment and cluster: each has its own version, and its own custom resource definitions. */
function enginesOf(
  fleet: Fleet,
  units: readonly Unit[],
  { rules, next, podSecurity, root, ports }: ValidateFleetOptions,
): ClusterEngines {
  const clusters = new Map(fleet.clusters.map((cluster) => [cluster.name, cluster]));
  const engines = new Map<string, ClusterEngine>();
  const unknown = new Map<string, FileVerdict>();
  const findCustom = findIn(loadSchemas(ports.files, schemaSources(ports.files, root)));
  for (const { ref } of units) {
    const id = clusterOf(ref);
    const cluster = clusters.get(ref.cluster);
    if (engines.has(id) || cluster === undefined) continue;
    const minor = knownMinor(cluster.kubernetes);
    if (minor === undefined) {
      unknown.set(
        id,
        unknownVersion(
          cluster,
          units.map((unit) => unit.ref).filter((one) => clusterOf(one) === id),
        ),
      );
      continue;
    }
    const target: Target = {
      minor,
      ...(next === undefined ? {} : { next }),
      ...(podSecurity === undefined ? {} : { podSecurity }),
    };
    engines.set(id, { minor, engine: openEngine({ target, rules: selectRules(rules), findCustom }) });
  }
  return { engines, unknown: [...unknown.values()] };
}

/** The usual file of a cluster's declaration; undefined when it is declared elsewhere. */
function placeOf({ environment, name }: Cluster, root: string, files: Files): Location | undefined {
  const usual = ['ts', 'yaml', 'yml'].map((end) => `environments/${environment}/${name}.${end}`);
  const file = usual.find((path) => files.type(join(root, path)) === 'file');
  return file === undefined ? undefined : { file, line: 1, column: 1 };
}

function clusterOf({ environment, cluster }: Unit['ref']): string {
  return `${environment}/${cluster}`;
}

function checkUnits(
  loaded: LoadedFleet,
  units: readonly Unit[],
  engines: ReadonlyMap<string, ClusterEngine>,
  { progress }: ValidateFleetOptions,
): FileVerdict[] {
  const errors: UserError[] = [];
  const verdicts: FileVerdict[] = [];
  const releaseUtc = holdUtc();
  const guard = installGuard(loaded.code);
  try {
    for (const [index, job] of jobsOf(loaded.fleet, units).entries()) {
      if (index % 16 === 0) progress?.({ stage: 'check', done: index, total: units.length });
      const engine = engines.get(clusterOf(job.unit.ref))?.engine;
      try {
        for (const file of renderTexts(job, loaded)) {
          // A chart's values are no object.
          if (file.object === undefined || engine === undefined) continue;
          const origin = originOf(job.unit, file, loaded);
          verdicts.push(guard.aside(() => engine.checkFile({ path: file.path, text: file.text, origin })));
        }
      } catch (error) {
        if (error instanceof UserErrors) errors.push(...error.errors);
        else if (error instanceof UserError) errors.push(error);
        else throw error;
      }
    }
  } finally {
    guard.uninstall();
    releaseUtc();
  }
  throwAll(errors);
  return verdicts;
}

/** The line is looked up when a finding asks for it: that reads the source map. */
function originOf({ ref, declared }: Unit, { provenance }: RenderedText, loaded: LoadedFleet): Origin {
  return {
    unit: ref,
    get declared(): Declared {
      const location = provenance?.frame === undefined ? undefined : loaded.code.locate(provenance.frame);
      return location === undefined ? declared : { ...location, symbol: declared.symbol };
    },
    ...(provenance === undefined ? {} : { constructPath: provenance.constructPath }),
  };
}

/** Charts and foreign repositories that the selected units deliver: their objects are not rendered here. */
function unrendered(fleet: Fleet, units: readonly Unit[]): readonly NotChecked[] {
  const chosen = new Set(units.map(({ ref }) => ref.id));
  return fleet.units
    .flatMap(({ input }) => ('project' in input ? input.delivers : []))
    .filter(({ unit, sources }) => chosen.has(unit.id) && sources.some(({ type }) => type !== 'folder'))
    .map(({ unit }) => ({ reason: 'chart-not-rendered', subject: unit.id, count: 1, objects: [] }));
}

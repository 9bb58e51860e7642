import { throwAll, UserError, UserErrors } from '../../kernel/index.ts';
import type { Declared } from '../../kernel/index.ts';
import type { Fleet, Unit } from '../../model/types.ts';
import type { RenderedText } from '../../rendered/index.ts';
import { holdUtc, installGuard, renderTexts } from '../../synth/index.ts';
import { openWorld, sortObjects } from '../../analysis/index.ts';
import type { SetObject } from '../../analysis/index.ts';
import { checkSet, coverageOf, fileRules, mergeVerdicts, selectRules } from '../../validate/index.ts';
import type { FileVerdict, NotChecked, Origin, Rule, Target, Validation } from '../../validate/index.ts';
import { loadFleet, type LoadedFleet } from '../load-fleet.ts';
import { jobsOf } from '../render-units.ts';
import { selectUnits } from '../selection.ts';
import type { PipelineOptions, Selection } from '../types.ts';
import { clusterOf, enginesOf } from './cluster-engines.ts';
import type { ClusterEngine } from './cluster-engines.ts';

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
  const texts = new Map<string, string>();
  const verdicts = [...unknown, ...checkUnits(loaded, units, engines, texts, options)];
  for (const { engine, target, rules } of engines.values()) {
    verdicts.push(engine.finish(engine.takeDefinitions()));
    const objects = sortObjects(engine.takeObjects());
    const verdict = checkSet(openWorld({ minor: target.minor, facts: target.facts, objects }), rules);
    verdicts.push(verdict);
    keepTexts(verdict, objects, texts);
  }
  const verdict = mergeVerdicts([...verdicts, { ...nothing, notChecked: unrendered(loaded.fleet, units) }]);
  const ran = [...fileRules, ...rulesOf(engines, options)];
  return {
    findings: verdict.findings,
    objects: verdict.objects,
    units: units.length,
    texts,
    rules: ran,
    coverage: coverageOf(
      {
        rules: ran.length,
        profile: options.rules.join(','),
        kubernetes: Object.fromEntries([...engines].map(([id, { target }]) => [id, `1.${target.minor}`])),
      },
      verdict,
    ),
  };
}

/** Of all clusters: which rules run depends on the tier. */
function rulesOf(engines: ReadonlyMap<string, ClusterEngine>, { rules }: ValidateFleetOptions): readonly Rule[] {
  const ran = new Set([...engines.values()].flatMap((engine) => engine.rules));
  return engines.size === 0 ? selectRules({ names: rules }) : [...ran];
}

/** For excerpts: what the rules about the set found lies in texts that had no finding before. */
function keepTexts({ findings }: FileVerdict, objects: readonly SetObject[], texts: Map<string, string>): void {
  const files = new Set(findings.map(({ location }) => location?.file));
  for (const { manifest } of objects) {
    const { path, text } = manifest.file;
    if (files.has(path) && typeof text === 'string') texts.set(path, text);
  }
}

const nothing: FileVerdict = { findings: [], objects: 0, checked: 0, notChecked: [] };

function checkUnits(
  loaded: LoadedFleet,
  units: readonly Unit[],
  engines: ReadonlyMap<string, ClusterEngine>,
  texts: Map<string, string>,
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
          const verdict = guard.aside(() => engine.checkFile({ path: file.path, text: file.text, origin }));
          verdicts.push(verdict);
          // Of custom resources nothing is known yet.
          if (verdict.findings.length > 0 || verdict.checked < verdict.objects) texts.set(file.path, file.text);
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

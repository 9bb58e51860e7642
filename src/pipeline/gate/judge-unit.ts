import type { Finding } from '../../kernel/index.ts';
import type { Policy, Unit } from '../../model/types.ts';
import type { Provenance } from '../../rendered/index.ts';
import { builtInKind } from '../../schema/index.ts';
import type { UserCode } from '../../synth/index.ts';
import { openEngine, optionsIn, selectRules, withSeverities } from '../../validate/index.ts';
import type { Engine, Origin } from '../../validate/index.ts';
import type { ObjectRef } from '../../kernel/index.ts';
import { originOf } from '../validate/rendered-origin.ts';

/** What units are judged with before they are written. Plain data: workers are started with it. */
export interface GateSetup {
  /** By name of the cluster: the minor version of its API server; clusters of unknown versions are left out. */
  readonly minors: Readonly<Record<string, number>>;
  readonly settings: Policy['settings'];
}

/** A file with one object, wherever its text is. */
export interface GateText {
  readonly path: string;
  readonly text: string;
  readonly object?: ObjectRef;
}

/** What an API server would refuse of the built-in kinds among a unit's files. */
export type JudgeUnit = (
  cluster: string,
  files: readonly GateText[],
  originFor: (file: GateText) => Origin | undefined,
) => readonly Finding[];

/** An engine per version: objects of built-in kinds need nothing of the other objects of their cluster. */
export function openUnitJudge({ minors, settings }: GateSetup): JudgeUnit {
  const engines = new Map<number, Engine>();
  const ruleOptions = optionsIn(settings);
  const rules = withSeverities(selectRules({ names: ['api-server'] }), settings);
  const engineFor = (minor: number): Engine => {
    const engine = engines.get(minor) ?? openEngine({ target: { minor }, rules, ruleOptions });
    engines.set(minor, engine);
    return engine;
  };
  return (cluster, files, originFor) => {
    const minor = minors[cluster];
    if (minor === undefined) return [];
    const engine = engineFor(minor);
    const findings = files.flatMap((file) => {
      if (file.object === undefined || isCustom(file.object, minor)) return [];
      const origin = originFor(file);
      const { path, text } = file;
      return engine.checkFile({ path, text, ...(origin === undefined ? {} : { origin }) }).findings;
    });
    // Nobody asks this engine about custom kinds.
    engine.takeDefinitions();
    return findings.filter(({ severity }) => severity === 'error');
  };
}

/** The same for a unit that was rendered just now. */
export function judgeRendered(
  setup: GateSetup,
  code: UserCode,
): (unit: Unit, files: readonly (GateText & { readonly provenance?: Provenance })[]) => readonly Finding[] {
  const judge = openUnitJudge(setup);
  return (unit, files) => {
    const made = new Map(files.map(({ path, provenance }) => [path, provenance]));
    return judge(unit.ref.cluster, files, ({ path }) => originOf(unit, made.get(path), { code }));
  };
}

/** Whether the kind is known by its definition alone, or not at all. */
export function isCustom({ group, version, kind }: ObjectRef, minor: number): boolean {
  return builtInKind(group === '' ? version : `${group}/${version}`, kind, minor) === undefined;
}

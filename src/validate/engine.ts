import type { Finding } from '../kernel/index.ts';
import { readDefinition } from '../schema/index.ts';
import type { CustomResourceSchema } from '../schema/index.ts';
import { checkObject, isChecked } from './check-object.ts';
import type { ObjectVerdict, RuleOptions } from './check-object.ts';
import { dispatcher, kindOrigin } from './dispatch.ts';
import { doubledKeys } from './doubled-keys.ts';
import { doubledFinding, noKind, unreadable } from './file-findings.ts';
import { tellRepeatsApart } from './fingerprint.ts';
import { locator } from './locate.ts';
import type { Locate } from './locate.ts';
import { isMapping, setObjectOf } from '../analysis/index.ts';
import type { Manifest, SetObject, SourceFile } from '../analysis/index.ts';
import { readFile } from './read-file.ts';
import { isSetRule } from './rule.ts';
import type { ObjectRule, Rule } from './rule.ts';
import { gap } from './validation.ts';
import type { NotChecked } from './validation.ts';
import { viewOf } from './view.ts';
import type { FindCustomKind, ObjectView, ViewOptions } from './view.ts';

export interface EngineOptions extends ViewOptions {
  /** Those about single objects are asked here; those about the set need `checkSet`. */
  readonly rules: readonly Rule[];
  /** Settings of rules that differ from their defaults, by rule. */
  readonly ruleOptions?: RuleOptions;
  /** `takeObjects` gives them also when no rule is about the set. */
  readonly keepsObjects?: boolean;
  /** Schemas from elsewhere than the manifests: pulled ones. */
  readonly findCustom?: FindCustomKind;
}

export interface FileVerdict {
  readonly findings: readonly Finding[];
  readonly objects: number;
  /** Objects that every rule for their kind reached a verdict on. */
  readonly checked: number;
  readonly notChecked: readonly NotChecked[];
}

/**
 * Checks files one by one. Objects of kinds that are not built in wait for `finish`: their definitions may lie in any file, also
 * in one that another thread reads.
 */
export interface Engine {
  /** The schemas from elsewhere that it was opened with. */
  readonly findCustom: FindCustomKind | undefined;
  readonly checkFile: (file: SourceFile) => FileVerdict;
  /** The custom resource definitions that were read since the last call, decoded. */
  readonly takeDefinitions: () => readonly unknown[];
  /** The objects that were read since the last call, for rules about the set; those that waited come after `finish`. */
  readonly takeObjects: () => readonly SetObject[];
  /** Checks what waited, with the definitions of all files. */
  readonly finish: (definitions: readonly unknown[]) => FileVerdict;
}

export function openEngine(options: EngineOptions): Engine {
  const objectRules = options.rules.filter((rule): rule is ObjectRule => !isSetRule(rule));
  const keeps = options.keepsObjects === true || objectRules.length < options.rules.length;
  const rulesFor = dispatcher(objectRules);
  const check = (view: ObjectView, locate: Locate): ObjectVerdict => {
    if (keeps && kindOrigin(view) !== 'mistaken')
      objects.push(setObjectOf(view.ref, view.apiVersion, objectIn(view), view.manifest));
    return checkObject(view, rulesFor(view), locate, options.ruleOptions);
  };
  let objects: SetObject[] = [];
  let definitions: unknown[] = [];
  const waiting: Manifest[] = [];
  return {
    findCustom: options.findCustom,
    checkFile(file) {
      const { manifests, doubled, errors } = readFile(file);
      const ofFile = errors.map((error) => unreadable(file, error));
      for (const document of doubled) {
        for (const error of doubledKeys(document, options)) ofFile.push(doubledFinding(file, error));
      }
      const notChecked: NotChecked[] = errors.length === 0 ? [] : [gap('unreadable', file.path, errors.length)];
      const findings: Finding[] = [];
      const locate = locator();
      let checked = 0;
      for (const manifest of manifests) {
        const view = viewOf(manifest, options);
        if (view === undefined) {
          ofFile.push(noKind(manifest, locate));
          notChecked.push(gap('unreadable', file.path, 1));
        } else if (view.builtIn === undefined) waiting.push(manifest);
        else {
          if (view.ref.kind === 'CustomResourceDefinition') definitions.push(view.decoded.object);
          const verdict = check(view, locate);
          findings.push(...verdict.findings);
          notChecked.push(...verdict.notChecked);
          if (isChecked(verdict)) checked++;
        }
      }
      return { findings: [...tellRepeatsApart(ofFile), ...findings], objects: manifests.length, checked, notChecked };
    },
    takeDefinitions() {
      const taken = definitions;
      definitions = [];
      return taken;
    },
    takeObjects() {
      const taken = objects;
      objects = [];
      return taken;
    },
    finish(found) {
      const locate = locator();
      const findCustom = customKinds(found, options.findCustom);
      const verdicts = waiting.splice(0).map((manifest) => {
        const view = viewOf(manifest, options, findCustom);
        return view === undefined ? undefined : check(view, locate);
      });
      const reached = verdicts.filter((verdict) => verdict !== undefined);
      return {
        findings: reached.flatMap(({ findings }) => findings),
        objects: 0,
        checked: reached.filter(isChecked).length,
        notChecked: reached.flatMap(({ notChecked }) => notChecked),
      };
    },
  };
}

/** Definitions among the manifests come before schemas that were pulled. */
function customKinds(definitions: readonly unknown[], pulled?: FindCustomKind): FindCustomKind {
  const known = new Map<string, CustomResourceSchema>();
  for (const schema of definitions.flatMap((definition) => readDefinition(definition))) {
    known.set(`${schema.group}/${schema.version}/${schema.kind}`, schema);
  }
  return (apiVersion, kind) => known.get(`${apiVersion}/${kind}`) ?? pulled?.(apiVersion, kind);
}

function objectIn({ decoded }: ObjectView): Readonly<Record<string, unknown>> {
  return isMapping(decoded.object) ? decoded.object : {};
}

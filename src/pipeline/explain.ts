import { UserError, type ObjectRef } from '../kernel/index.ts';
import type { Unit } from '../model/types.ts';
import { unitOfPath, type RenderedText } from '../rendered/index.ts';
import { holdUtc, installGuard, renderTexts, type ExplainedObject, type Explanation } from '../synth/index.ts';
import { loadFleet, type LoadedFleet } from './load-fleet.ts';
import { jobsOf } from './render-units.ts';
import { isNamed } from './selection.ts';
import type { PipelineOptions } from './types.ts';

type Wanted = (file: RenderedText) => boolean;

/**
 * Where something comes from. `target` is a unit (`prod/prod-us-1/payments/checkout`, `payments/checkout`, `checkout`), a file below
 * `dist/`, or an object (`Deployment/web`, `Deployment payments-prod/web`, `Deployment.apps payments-prod/web`).
 * Only the units in question are rendered. Throws UserError `nothing-to-explain`.
 */
export async function explain(options: PipelineOptions, target: string): Promise<readonly Explanation[]> {
  const loaded = await loadFleet(options);
  const { units } = loaded.fleet;
  const path = target.replace(/^\.\//, '');
  const unit = path.startsWith('dist/') ? unitOfPath(path) : undefined;
  if (unit !== undefined) {
    const found = explainUnits(
      loaded,
      units.filter(({ ref }) => ref.id === unit),
      (file) => file.path === path,
    );
    if (found.length > 0) return found;
    throw nothing(target, 'no unit renders this file: it is a stray, or its source is gone');
  }
  const named = units.filter(({ ref }) => isNamed(ref, target));
  if (named.length > 0) return explainUnits(loaded, named, () => true);
  const wanted = objectMatcher(target);
  if (wanted === undefined) throw nothing(target, 'no unit and no rule has this name');
  const found = explainUnits(loaded, units, (file) => file.object !== undefined && wanted(file.object));
  if (found.length === 0) throw nothing(target, 'no unit renders this object');
  return found;
}

/** Renders the units and keeps what is wanted; a unit without objects of its own is explained by its declaration alone. */
function explainUnits(loaded: LoadedFleet, units: readonly Unit[], wanted: Wanted): readonly Explanation[] {
  const releaseUtc = holdUtc();
  const guard = installGuard(loaded.code);
  try {
    return jobsOf(loaded.fleet, units).flatMap((job): readonly Explanation[] => {
      const { ref, declared, requires, wave } = job.unit;
      const files = renderTexts(job, loaded);
      const kept = files.filter(wanted);
      if (kept.length === 0 && files.length > 0) return [];
      const objects = kept.map((file) => explainFile(file, declared.symbol, loaded));
      return [{ unit: ref, owner: ref.owner, declared, objects, requires, wave }];
    });
  } finally {
    guard.uninstall();
    releaseUtc();
  }
}

function explainFile({ path, object, provenance }: RenderedText, symbol: string, loaded: LoadedFleet): ExplainedObject {
  const location = provenance?.frame === undefined ? undefined : loaded.code.locate(provenance.frame);
  return {
    file: path,
    ...(object === undefined ? {} : { object }),
    ...(provenance === undefined ? {} : { constructPath: provenance.constructPath }),
    ...(location === undefined ? {} : { declared: { ...location, symbol } }),
  };
}

/** `Kind[.group]`, then a space or a slash, then `[namespace/]name`. Kinds are compared without case, as kubectl does. */
function objectMatcher(target: string): ((object: ObjectRef) => boolean) | undefined {
  const match = /^([A-Za-z][A-Za-z0-9]*)(?:\.([a-z0-9.-]+))?[ /](?:([^/\s]+)\/)?([^/\s]+)$/.exec(target.trim());
  if (match === null) return undefined;
  const [, kind = '', group, namespace, name] = match;
  return (object) =>
    object.kind.toLowerCase() === kind.toLowerCase() &&
    object.name === name &&
    (group === undefined || object.group === group) &&
    (namespace === undefined || object.namespace === namespace);
}

function nothing(target: string, why: string): UserError {
  return new UserError({
    code: 'nothing-to-explain',
    message: `${target}: ${why}`,
    hint: 'Give a unit (`keelson list units`), a file below `dist/`, an object as `Deployment payments-prod/web`, or a rule (`keelson rules`).',
  });
}

import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { throwAll, UserError, type Declared, type UnitRef } from '../kernel/index.ts';
import type { CustomKind, TenantInput, Unit, UnitInput } from '../model/types.ts';
import type { RenderedObject } from '../rendered/index.ts';
import { buildFailure } from './build-failure.ts';
import { collectObjects } from './collect-objects.ts';
import { withDeepStacks, type UserCode } from './frames.ts';
import { checkPlacement } from './placement.ts';
import { record } from './provenance.ts';
import type { Recipes } from './recipes.ts';
import { deepFreeze } from './deep-freeze.ts';
import { withSyncOptions } from './sync-options.ts';

/** A unit after its constructs ran, before anything was written as text. */
export interface BuiltUnit {
  readonly ref: UnitRef;
  readonly declared: Declared;
  readonly objects: readonly RenderedObject[];
}

/**
 * Runs a unit's recipe in a cdk8s App of its own and returns its objects. A pure function of `unit.input` and the recipe's code.
 * Throws UserError or UserErrors: a construct that throws, an object without a valid identity, two objects of one name, a foreign namespace.
 */
export function renderUnit(unit: Unit, recipes: Recipes, code: UserCode): BuiltUnit {
  const { ref, declared } = unit;
  if (!unit.hasObjects) return { ref, declared, objects: [] };
  return withDeepStacks(() => build(unit, recipes, code));
}

function build(unit: Unit, recipes: Recipes, code: UserCode): BuiltUnit {
  const input = deepFreeze(unit.input);
  const namespace = namespaceOf(input);
  // `outdir` and the metadata switch are given so that cdk8s does not look for them in the environment.
  const app = new App({ outdir: 'never-written', recordConstructMetadata: false });
  const chart = new Chart(app, 'unit', { namespace, disableResourceNameHashes: true });
  let objects: readonly RenderedObject[] = [];
  record(code, (recording) => {
    try {
      refusePromise(recipes.build(unit.recipe)(chart, input), unit);
      if (isTenantInput(input)) contribute(chart, unit, input, recipes);
    } catch (error) {
      throw buildFailure(error, unit, recording, code);
    }
    const found = chart.node.findAll().filter((node): node is ApiObject => ApiObject.isApiObject(node));
    const collected = collectObjects({ unit, found, frames: recording.frames, chartNamespace: namespace, code });
    throwAll([...collected.errors, ...checkPlacement(unit, collected.objects, code)]);
    objects = collected.objects;
  });
  if (objects.length === 0) throw emptyUnit(unit);
  const ownKinds = 'component' in input ? input.component.crds : [];
  return {
    ref: unit.ref,
    declared: unit.declared,
    objects: objects.map((object) => annotated(object, ownKinds)),
  };
}

function annotated(object: RenderedObject, ownKinds: readonly CustomKind[]): RenderedObject {
  return { ...object, value: withSyncOptions(object.value, object.ref, ownKinds) };
}

/** Each contributing component sees the tenant's input with the capabilities that it asked for itself. */
function contribute(chart: Chart, unit: Unit, input: TenantInput, recipes: Recipes): void {
  for (const contribution of input.contributions) {
    const scope = new Construct(chart, `@${contribution.component}`);
    const own = deepFreeze({ ...input, capabilities: contribution.capabilities });
    refusePromise(recipes.contribute(contribution.recipe)(scope, own), unit);
  }
}

/** What an asynchronous function makes after its first `await` would be missing from the unit. */
function refusePromise(result: unknown, unit: Unit): void {
  if (typeof result !== 'object' || result === null || !('then' in result)) return;
  throw new UserError({
    code: 'asynchronous-build',
    message: `${unit.ref.id}: its build function returns a promise`,
    hint: 'Make every object before the function returns: no `async`, no `await`.',
    location: unit.declared,
  });
}

function isTenantInput(input: UnitInput): input is TenantInput {
  return 'contributions' in input;
}

/** Where the unit's namespaced objects go unless they say otherwise. */
export function namespaceOf(input: UnitInput): string {
  if ('component' in input) return input.component.namespace;
  if ('app' in input) return input.app.namespace;
  if ('tenant' in input) return input.tenant.namespaces[0] ?? input.tenant.name;
  return input.hub.delivery?.namespace ?? 'argocd';
}

function emptyUnit(unit: Unit): UserError {
  return new UserError({
    code: 'empty-unit',
    message: `${unit.ref.id} has a build function that made no object`,
    hint: 'Make at least one object, leave `build` out, or place it only where it has something to do.',
    location: unit.declared,
  });
}

import { UserError, UserErrors, type Files } from '../kernel/index.ts';
import type { Unit, ValuesFile } from '../model/types.ts';
import {
  renderFile,
  renderValues,
  stageChanged,
  type RenderedFile,
  type RenderedText,
  type WriteSession,
} from '../rendered/index.ts';
import { digestOfUnit, type RenderBasis } from './digest.ts';
import type { UserCode } from './frames.ts';
import { namespaceOf, renderUnit } from './render-unit.ts';
import type { Recipes } from './recipes.ts';
import type { UnitCache } from './unit-cache.ts';

/** One piece of work: a unit and its chart's values, if it has any. */
export interface UnitJob {
  readonly unit: Unit;
  readonly values?: ValuesFile;
}

/** What a thread needs to render units. */
export interface RenderContext {
  readonly recipes: Recipes;
  readonly code: UserCode;
  readonly basis: RenderBasis;
  readonly cache: UnitCache;
  readonly files: Files;
  readonly root: string;
  /** Where changed texts go; without it they stay in memory. */
  readonly stage?: WriteSession['stage'];
  /** After each unit: throws what the guard refused, also when the unit's code caught it. */
  check?(): void;
}

/** A rendered unit on its way back from a thread: no text that `dist/` or the stage holds, plain data. */
export interface UnitOutcome {
  readonly unit: string;
  /** Key of its cache entry. */
  readonly digest: string;
  readonly action: 'rendered' | 'cached';
  readonly objects: number;
  /** Sorted by path. */
  readonly files: readonly RenderedFile[];
  readonly errors: readonly UserError[];
}

/** The unit's files as texts: a pure function of the job and the code. Throws UserError or UserErrors. */
export function renderTexts(
  { unit, values }: UnitJob,
  context: Pick<RenderContext, 'recipes' | 'code'>,
): readonly RenderedText[] {
  const { objects } = renderUnit(unit, context.recipes, context.code);
  const namespace = namespaceOf(unit.input);
  const { ref, declared } = unit;
  const files = objects.map((object) => renderFile({ unit: ref, namespace, object, declared }));
  if (values !== undefined) files.push(renderValues(ref.id, values.values, declared));
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return files;
}

/** Renders a unit, or takes it from the cache, and lays down what differs from `dist/`. Errors of the user's come back as data. */
export function synthesizeUnit(job: UnitJob, context: RenderContext): UnitOutcome {
  const digest = digestOfUnit(job, context.basis);
  const outcome = { unit: job.unit.ref.id, digest };
  const cached = context.cache.get(digest);
  try {
    const texts = cached ?? renderTexts(job, context);
    context.check?.();
    if (cached === undefined) context.cache.put(digest, texts);
    const files = texts.map((file) => stageChanged(context.files, context.root, context.stage, file));
    const objects = texts.filter((file) => file.object !== undefined).length;
    return { ...outcome, action: cached === undefined ? 'rendered' : 'cached', objects, files, errors: [] };
  } catch (error) {
    return { ...outcome, action: 'rendered', objects: 0, files: [], errors: failures(error, context) };
  }
}

/** Also takes the refusal that may be behind the error out of the guard: the next unit is not to be blamed for it. */
function failures(error: unknown, context: RenderContext): readonly UserError[] {
  const errors = userErrorsOf(error);
  const refusal = takeRefusal(context);
  return refusal === undefined || errors.some(({ code }) => code === refusal.code) ? errors : [refusal, ...errors];
}

function takeRefusal(context: RenderContext): UserError | undefined {
  try {
    context.check?.();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  return undefined;
}

/** The UserErrors in what was thrown; anything else is a bug and goes on. */
export function userErrorsOf(error: unknown): readonly UserError[] {
  if (error instanceof UserErrors) return error.errors;
  if (error instanceof UserError) return [error];
  throw error;
}

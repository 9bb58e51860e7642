import { UserError, UserErrors, type Files, type Finding } from '../kernel/index.ts';
import type { Unit, ValuesFile } from '../model/types.ts';
import {
  renderFile,
  renderValues,
  stageChanged,
  type RenderedFile,
  type RenderedText,
  type WriteSession,
} from '../rendered/index.ts';
import type { UserCode } from './frames.ts';
import { namespaceOf, renderUnit } from './render-unit.ts';
import type { Recipes } from './recipes.ts';
import type { CachedUnit, Passed } from './unit-cache.ts';

/** One piece of work: a unit and its chart's values, if it has any. */
export interface UnitJob {
  readonly unit: Unit;
  readonly values?: ValuesFile;
}

/** What a thread needs to render units. */
export interface RenderContext {
  readonly recipes: Recipes;
  readonly code: UserCode;
  readonly files: Files;
  readonly root: string;
  /** Where changed texts go; without it they stay in memory. */
  readonly stage?: WriteSession['stage'];
  /** After each unit: throws what the guard refused, also when the unit's code caught it. */
  check?(): void;
  /** Runs what is the engine's alone: the guard need not ask who reads and writes files there. */
  readonly aside?: <Result>(run: () => Result) => Result;
  /** What stands against a write of the unit's files, each for itself. */
  readonly judge?: ((unit: Unit, files: readonly RenderedText[]) => readonly Finding[]) | undefined;
}

/** A rendered unit on its way back from a thread: no text that `dist/` or the stage holds, plain data. */
export interface UnitOutcome {
  readonly unit: string;
  readonly action: 'rendered' | 'cached';
  readonly objects: number;
  /** Sorted by path. */
  readonly files: readonly RenderedFile[];
  readonly errors: readonly UserError[];
  /** What was found in a unit that was judged as it was rendered. */
  readonly findings?: readonly Finding[];
  /** Under what a cached unit passed. */
  readonly passed?: Passed;
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

/** Renders a unit and lays down what differs from `dist/`. Errors of the user's come back as data. */
export function synthesizeUnit(job: UnitJob, context: RenderContext): UnitOutcome {
  const outcome = { unit: job.unit.ref.id, action: 'rendered' } as const;
  const { files, root, stage, judge, aside = (run) => run() } = context;
  try {
    const texts = renderTexts(job, context);
    context.check?.();
    const staged = aside(() => texts.map((file) => stageChanged(files, root, stage, file)));
    const findings = judge === undefined ? undefined : aside(() => judge(job.unit, texts));
    return {
      ...outcome,
      objects: countObjects(staged),
      files: staged,
      errors: [],
      ...(findings === undefined ? {} : { findings }),
    };
  } catch (error) {
    return { ...outcome, objects: 0, files: [], errors: failures(error, context) };
  }
}

/** A unit that need not be rendered: its files, as they were rendered once, all lie in `dist/`. */
export function sparedUnit(
  { unit }: UnitJob,
  cached: CachedUnit | undefined,
  lying: ReadonlyMap<string, string>,
): UnitOutcome | undefined {
  if (cached === undefined || cached.files.some((file) => lying.get(file.path) !== file.sha256)) return undefined;
  const { files, passed } = cached;
  const outcome = { unit: unit.ref.id, action: 'cached', objects: countObjects(files), files, errors: [] } as const;
  return passed === undefined ? outcome : { ...outcome, passed };
}

function countObjects(files: readonly RenderedFile[]): number {
  return files.filter((file) => file.object !== undefined).length;
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

import type { Defined } from '../declare/index.ts';
import { UserError, type Location } from '../kernel/index.ts';
import type { Evaluated } from './evaluate.ts';
import type { DeclarationFile } from './find-files.ts';
import type { Place } from './place.ts';
import type { Positions } from './positions.ts';
import { brokenModule } from './resolve-plugin.ts';

function calleeOf(kind: Defined['kind']): string {
  return `define${kind
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}`;
}

/** One error for each thing that was thrown: modules that import the culprit throw the same. */
export function thrownErrors({ thrown }: Evaluated, positions: Positions): readonly UserError[] {
  const distinct = new Map<unknown, string>();
  for (const [file, error] of thrown) if (!distinct.has(error)) distinct.set(error, file);
  return [...distinct].flatMap(([error, file]) => {
    if (error instanceof Error && error.message === brokenModule) return [];
    const location = positions.locateError(error) ?? { file, line: 1, column: 1 };
    if (error instanceof UserError) {
      const { code, message, hint } = error;
      return [
        new UserError({ code, message, ...(hint === undefined ? {} : { hint }), location: error.location ?? location }),
      ];
    }
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const hint = 'Correct the code at this place: a declaration file runs from top to bottom when it is loaded.';
    return [
      new UserError({ code: 'module-throws', message: `the file throws when it is loaded: ${text}`, hint, location }),
    ];
  });
}

export function misplaced(defined: Defined, { kinds }: Place, location: Location): UserError {
  const allowed =
    kinds.length === 0
      ? 'nothing is declared in this file'
      : `this file may hold ${kinds.map((kind) => `\`${calleeOf(kind)}\``).join(', ')}`;
  return new UserError({
    code: 'misplaced-declaration',
    message: `\`${calleeOf(defined.kind)}\` has no place here: ${allowed}`,
    hint: 'Components, baseline and app kinds lie in `platform/`, rules and waivers in `platform/policy/`, tenants and apps in `tenants/`, environments and clusters in `environments/<environment>/`.',
    location,
  });
}

/** Calls whose result nobody can reach. */
export function notExported(
  exported: ReadonlySet<Defined>,
  { definitions }: Evaluated,
  positions: Positions,
): readonly UserError[] {
  return definitions
    .filter((defined) => !exported.has(defined))
    .flatMap((defined) => {
      const location = positions.locate(defined.frame);
      // A call from elsewhere than the bundle is nobody's declaration: a second load in one process.
      if (location === undefined) return [];
      return [
        new UserError({
          code: 'not-exported',
          message: `the result of \`${calleeOf(defined.kind)}\` is not exported, so nothing would come of it`,
          hint: `Write \`export default ${calleeOf(defined.kind)}(...)\` or \`export const <name> = ...\`.`,
          location,
        }),
      ];
    });
}

export function nothingDeclared(file: DeclarationFile): UserError {
  const calls = file.place.kinds.map((kind) => `\`${calleeOf(kind)}\``).join(' or ');
  return new UserError({
    code: 'nothing-declared',
    message: 'the file declares nothing',
    hint: `Export the result of ${calls}, or move shared code to another folder.`,
    location: { file: file.path, line: 1, column: 1 },
  });
}

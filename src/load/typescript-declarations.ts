import { join } from 'node:path';
import { isDefined, type Defined } from '../declare/index.ts';
import { UserError, type Files, type Location } from '../kernel/index.ts';
import { checkFound, type CheckedDeclaration, type Found } from './declared-value.ts';
import type { Evaluated } from './evaluate.ts';
import type { DeclarationFile } from './find-files.ts';
import type { Positions } from './positions.ts';
import { brokenModule } from './resolve-plugin.ts';
import { findField } from './source-fields.ts';

interface Export {
  readonly file: DeclarationFile;
  readonly name: string;
  readonly defined: Defined;
}

interface Context {
  readonly root: string;
  readonly files: Files;
  readonly positions: Positions;
}

function calleeOf(kind: Defined['kind']): string {
  return `define${kind
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}`;
}

/** Each definition once, under the module that its call stands in where several export it. */
function exportsOf(
  files: readonly DeclarationFile[],
  { modules }: Evaluated,
  { positions }: Context,
): readonly Export[] {
  const found = new Map<Defined, Export>();
  for (const file of files) {
    for (const [name, defined] of Object.entries(modules.get(file.path) ?? {})) {
      if (!isDefined(defined)) continue;
      const before = found.get(defined);
      if (before === undefined || (before.file !== file && positions.locate(defined.frame)?.file === file.path)) {
        found.set(defined, { file, name, defined });
      }
    }
  }
  return [...found.values()];
}

function thrownErrors({ thrown }: Evaluated, { positions }: Context): readonly UserError[] {
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

function openField(location: Location, { root, files }: Context): Found['locate'] {
  let text: string | undefined;
  return (pointer, atKey) => {
    if (pointer === '') return location;
    text ??= files.read(join(root, location.file)).toString();
    const places = findField(text, location, pointer);
    if (places === undefined) return location;
    return atKey ? places.key : places.value;
  };
}

function misplaced({ defined, file }: Export, location: Location): UserError {
  const { kinds } = file.place;
  const allowed =
    kinds.length === 0
      ? 'nothing is declared in this file'
      : `this file may hold ${kinds.map((kind) => `\`${calleeOf(kind)}\``).join(', ')}`;
  return new UserError({
    code: 'misplaced-declaration',
    message: `\`${calleeOf(defined.kind)}\` has no place here: ${allowed}`,
    hint: 'Components, baseline and app kinds lie in `platform/`, tenants and apps in `tenants/`, environments and clusters in `environments/<environment>/`.',
    location,
  });
}

function notExported(
  exported: ReadonlySet<Defined>,
  { definitions }: Evaluated,
  { positions }: Context,
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

function nothingDeclared(file: DeclarationFile): UserError {
  const calls = file.place.kinds.map((kind) => `\`${calleeOf(kind)}\``).join(' or ');
  return new UserError({
    code: 'nothing-declared',
    message: 'the file declares nothing',
    hint: `Export the result of ${calls}, or move shared code to another folder.`,
    location: { file: file.path, line: 1, column: 1 },
  });
}

/** Everything that the modules of the bundle export and say, checked; and what is wrong with them. */
export function collectDeclarations(
  files: readonly DeclarationFile[],
  evaluated: Evaluated,
  context: Context,
): { readonly declarations: readonly CheckedDeclaration[]; readonly errors: readonly UserError[] } {
  const declarations: CheckedDeclaration[] = [];
  const exports = exportsOf(files, evaluated, context);
  const errors = [
    ...thrownErrors(evaluated, context),
    ...notExported(new Set(exports.map((one) => one.defined)), evaluated, context),
  ];
  // A file with an error of its own is not blamed for declaring nothing as well.
  const speaking = new Set([...exports.map((one) => one.file.path), ...errors.map((error) => error.location?.file)]);
  for (const file of files) {
    if (file.place.required && evaluated.modules.has(file.path) && !speaking.has(file.path))
      errors.push(nothingDeclared(file));
  }
  for (const one of exports) {
    const { file, name, defined } = one;
    const location = context.positions.locate(defined.frame) ?? { file: file.path, line: 1, column: 1 };
    if (!file.place.kinds.includes(defined.kind)) {
      errors.push(misplaced(one, location));
      continue;
    }
    const { kind, value } = defined;
    const checked = checkFound({
      kind,
      value,
      module: file.path,
      export: name,
      place: file.place,
      location,
      locate: openField(location, context),
    });
    if ('kind' in checked) declarations.push(checked);
    else errors.push(...checked);
  }
  return { declarations, errors };
}

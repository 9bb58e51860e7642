import { join } from 'node:path';
import { isDefined, type Defined } from '../declare/index.ts';
import type { Files, Location, UserError } from '../kernel/index.ts';
import { checkFound, type CheckedDeclaration, type Found } from './declared-value.ts';
import type { Evaluated } from './evaluate.ts';
import type { DeclarationFile } from './find-files.ts';
import { misplaced, notExported, nothingDeclared, thrownErrors } from './module-errors.ts';
import type { Positions } from './positions.ts';
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

/** Everything that the modules of the bundle export and say, checked; and what is wrong with them. */
export function collectDeclarations(
  files: readonly DeclarationFile[],
  evaluated: Evaluated,
  context: Context,
): { readonly declarations: readonly CheckedDeclaration[]; readonly errors: readonly UserError[] } {
  const declarations: CheckedDeclaration[] = [];
  const exports = exportsOf(files, evaluated, context);
  const errors = [
    ...thrownErrors(evaluated, context.positions),
    ...notExported(new Set(exports.map((one) => one.defined)), evaluated, context.positions),
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
      errors.push(misplaced(defined, file.place, location));
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

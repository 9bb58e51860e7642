import type { Declaration } from './declarations.ts';
import { sortDeclarations } from './order.ts';
import { quote, where } from './problems.ts';
import type { Problems } from './problems.ts';

/** Declarations by name, in order of name; a second one of the same name is an error and left out. */
export function indexByName<Value>(
  what: string,
  declarations: readonly Declaration<Value>[],
  name: (value: Value) => string,
  problems: Problems,
  field = '/name',
): ReadonlyMap<string, Declaration<Value>> {
  const found = new Map<string, Declaration<Value>>();
  for (const declaration of sortDeclarations(declarations, name)) {
    const key = name(declaration.value);
    const first = found.get(key);
    if (first === undefined) {
      found.set(key, declaration);
      continue;
    }
    problems.add(
      'duplicate-name',
      declaration.at(field),
      `${what} ${quote(key)} is declared twice; the other one is ${where(first.declared)}.`,
      'Rename or remove one of the two.',
    );
  }
  return found;
}

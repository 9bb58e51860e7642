import type { Variable } from '../../schema/types/admissionregistration-v1.ts';
import { dynType } from '../../cel/index.ts';
import type { CelType } from '../../cel/index.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { admissionVariables, variablesType } from './cel-variables.ts';
import { validateExpression } from './expression.ts';

const reserved = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);

const noneStored: ReadonlySet<string> = new Set();

/** Each variable sees those before it. Returns the type of `variables`. */
export function validateVariables(
  check: Check,
  variables: readonly Variable[],
  params: boolean,
  at: FieldPath,
  stored: ReadonlySet<string> = noneStored,
): CelType {
  const types = new Map<string, CelType>();
  for (const [position, { name = '', expression = '' }] of variables.entries()) {
    const place = index(at, position);
    validateVariableName(check, name, child(place, 'name'));
    if (expression.trim() === '') {
      required(check, child(place, 'expression'));
      continue;
    }
    const known = { ...admissionVariables({ params, authorizer: true }), variables: variablesType(types) };
    const rules = { use: 'admission', variables: known, stored } as const;
    types.set(name, validateExpression(check, expression, rules, child(place, 'expression')) ?? dynType);
  }
  return variablesType(types);
}

function validateVariableName(check: Check, name: string, at: FieldPath): void {
  if (name.trim() === '') required(check, at);
  else if (!/^[_a-zA-Z][_a-zA-Z0-9]*$/.test(name) || reserved.has(name)) {
    invalid(check, at, name, 'must be letters, digits and _, no digit first, and no word of the language');
  }
}

import type { Mutation, MutatingAdmissionPolicySpec } from '../../schema/types/admissionregistration-v1.ts';
import { listType, objectType } from '../../cel/index.ts';
import type { CelType } from '../../cel/index.ts';
import { invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { admissionVariables } from './cel-variables.ts';
import { validateExpression } from './expression.ts';

export interface MutationScope {
  readonly params: boolean;
  readonly variables: CelType;
  readonly stored: ReadonlySet<string>;
}

/** The patch type says which field holds the expression, and what it yields. */
const patches = {
  ApplyConfiguration: { field: 'applyConfiguration', result: objectType('Object', {}) },
  JSONPatch: { field: 'jsonPatch', result: listType(objectType('JSONPatch', {})) },
} as const;

/** The server asks for these alone, whatever the patch type. */
export function storedMutations(old: MutatingAdmissionPolicySpec = {}): ReadonlySet<string> {
  return new Set(old.mutations?.flatMap(({ applyConfiguration }) => applyConfiguration?.expression ?? []));
}

export function validateMutation(check: Check, mutation: Mutation, scope: MutationScope, at: FieldPath): void {
  const type = mutation.patchType ?? '';
  if (type === '') required(check, child(at, 'patchType'));
  else if (!isPatchType(type)) notSupported(check, child(at, 'patchType'), type, Object.keys(patches));
  else {
    const { field, result } = patches[type];
    const given = mutation[field];
    if (given === undefined) required(check, child(at, field), `must be set for ${type}`);
    else validatePatch(check, given.expression ?? '', result, scope, child(at, field, 'expression'));
    for (const other of Object.values(patches)) {
      if (other.field !== field && mutation[other.field] !== undefined) {
        invalid(check, child(at, other.field), undefined, `may not be set for ${type}`);
      }
    }
  }
}

function validatePatch(check: Check, expression: string, result: CelType, scope: MutationScope, at: FieldPath): void {
  const text = expression.trim();
  if (text === '') {
    required(check, at);
    return;
  }
  const variables = { ...admissionVariables({ params: scope.params, authorizer: true }), variables: scope.variables };
  const stored = new Set(scope.stored.has(expression) ? [text] : []);
  validateExpression(check, text, { use: 'mutation', variables, results: [result], stored }, at);
}

function isPatchType(type: string): type is keyof typeof patches {
  return Object.hasOwn(patches, type);
}

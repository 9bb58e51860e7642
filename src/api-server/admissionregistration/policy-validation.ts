import type { Validation, ValidatingAdmissionPolicySpec } from '../../schema/types/admissionregistration-v1.ts';
import { boolType, stringType } from '../../cel/index.ts';
import type { CelType } from '../../cel/index.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkOneOf } from '../text-field.ts';
import { admissionVariables } from './cel-variables.ts';
import { validateExpression } from './expression.ts';

type Texts = ReadonlySet<string>;

export interface StoredExpressions {
  readonly validations: Texts;
  readonly messages: Texts;
  readonly annotations: Texts;
}

export interface PolicyScope {
  readonly params: boolean;
  /** The type of `variables`, where the policy declares some. */
  readonly variables?: CelType;
  readonly stored: StoredExpressions;
}

export function storedExpressions(old: ValidatingAdmissionPolicySpec = {}): StoredExpressions {
  return {
    validations: new Set(old.validations?.map(({ expression = '' }) => expression)),
    messages: new Set(old.validations?.map(({ messageExpression = '' }) => messageExpression)),
    annotations: new Set(old.auditAnnotations?.map(({ valueExpression = '' }) => valueExpression)),
  };
}

/** The names that an expression of a policy may read. */
export function policyVariables(
  { params, variables }: PolicyScope,
  { authorizer }: { readonly authorizer: boolean },
): Readonly<Record<string, CelType>> {
  const known = admissionVariables({ params, authorizer });
  return variables === undefined ? known : { ...known, variables };
}

const reasons = ['Forbidden', 'Invalid', 'RequestEntityTooLarge'];

export function validatePolicyValidation(
  check: Check,
  validation: Validation,
  scope: PolicyScope,
  at: FieldPath,
): void {
  const { expression = '', message = '', messageExpression = '', reason } = validation;
  if (expression.trim() === '') required(check, child(at, 'expression'));
  else {
    const variables = policyVariables(scope, { authorizer: true });
    const rules = { use: 'admission', variables, results: [boolType], stored: scope.stored.validations } as const;
    validateExpression(check, expression, rules, child(at, 'expression'));
  }
  const dynamic = child(at, 'messageExpression');
  if (messageExpression.trim() !== '') {
    const variables = policyVariables(scope, { authorizer: false });
    const rules = { use: 'admission', variables, results: [stringType], stored: scope.stored.messages } as const;
    validateExpression(check, messageExpression, rules, dynamic);
  } else if (messageExpression !== '') invalid(check, dynamic, messageExpression, 'may not be blank when it is set');
  if (message !== '' && message.trim() === '') {
    invalid(check, child(at, 'message'), message, 'may not be blank when it is set');
  } else if (/[\n\r]/.test(message.trim())) invalid(check, child(at, 'message'), message, 'must be one line');
  if (reason !== undefined) checkOneOf(check, child(at, 'reason'), reason, reasons);
}

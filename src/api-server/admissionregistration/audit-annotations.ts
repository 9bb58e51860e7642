import type { AuditAnnotation } from '../../schema/types/admissionregistration-v1.ts';
import type { ObjectMeta } from '../../schema/types/meta-v1.ts';
import { nullType, stringType } from '../../cel/index.ts';
import { qualifiedName } from '../../formats/index.ts';
import { duplicate, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkText } from '../text-field.ts';
import { validateExpression } from './expression.ts';
import { policyVariables } from './policy-validation.ts';
import type { PolicyScope } from './policy-validation.ts';

const most = 20;
const longest = 5 * 1024;

export function validateAuditAnnotations(
  check: Check,
  annotations: readonly AuditAnnotation[],
  metadata: ObjectMeta,
  scope: PolicyScope,
): void {
  const at = child(undefined, 'spec', 'auditAnnotations');
  if (annotations.length > most) invalid(check, at, undefined, `may have at most ${most} items`);
  const keys = new Set<string>();
  for (const [position, { key = '', valueExpression = '' }] of annotations.entries()) {
    const place = index(at, position);
    validateKey(check, key, nameOf(metadata), child(place, 'key'));
    validateValue(check, valueExpression, scope, child(place, 'valueExpression'));
    if (keys.has(key)) duplicate(check, child(place, 'key'), key);
    keys.add(key);
  }
}

/** The server writes it behind the policy's name. */
function validateKey(check: Check, key: string, policy: string, at: FieldPath): void {
  if (policy === '') invalid(check, at, key, 'needs the policy to have a name');
  else checkText(check, at, `${policy}/${key}`, qualifiedName);
}

function validateValue(check: Check, expression: string, scope: PolicyScope, at: FieldPath): void {
  const text = expression.trim();
  if (text === '') required(check, at);
  else if (Buffer.byteLength(text) > longest) required(check, at, `must have at most ${longest} bytes`);
  else {
    const isStored = scope.stored.annotations.has(expression);
    const stored = new Set(isStored ? [text] : []);
    const variables = policyVariables(scope, { authorizer: true });
    validateExpression(check, text, { use: 'admission', variables, results: [stringType, nullType], stored }, at);
  }
}

/** A made name has five characters behind its prefix. */
function nameOf({ name = '', generateName = '' }: ObjectMeta): string {
  return name === '' && generateName !== '' ? `${generateName.slice(0, 58)}xxxxx` : name;
}

import type { ServiceAccountSubject, Subject } from '../../schema/types/flowcontrol-v1.ts';
import { dns1123Label, dns1123Subdomain } from '../../formats/index.ts';
import { forbidden, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkRequiredText } from '../text-field.ts';

const memberOf = { ServiceAccount: 'serviceAccount', User: 'user', Group: 'group' } as const;

/** The kind says which one member is set. */
export function validateFlowSubject(check: Check, subject: Subject, at: FieldPath): void {
  const kind = subject.kind ?? '';
  if (!isKind(kind)) {
    notSupported(check, child(at, 'kind'), kind, Object.keys(memberOf).toSorted());
    return;
  }
  const own = memberOf[kind];
  const place = child(at, own);
  if (subject[own] === undefined) required(check, place);
  else if (own === 'serviceAccount') validateServiceAccount(check, subject.serviceAccount ?? {}, place);
  else checkRequiredText(check, child(place, 'name'), subject[own]?.name);
  for (const member of Object.values(memberOf)) {
    if (member !== own && subject[member] !== undefined)
      forbidden(check, child(at, member), `belongs to another kind than ${kind}`);
  }
}

function validateServiceAccount(check: Check, { name, namespace }: ServiceAccountSubject, at: FieldPath): void {
  checkRequiredText(check, child(at, 'name'), name, (text) => (text === '*' ? undefined : dns1123Subdomain(text)));
  checkRequiredText(check, child(at, 'namespace'), namespace, dns1123Label);
}

function isKind(kind: string): kind is keyof typeof memberOf {
  return Object.hasOwn(memberOf, kind);
}

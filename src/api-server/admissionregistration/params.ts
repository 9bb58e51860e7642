import type { ParamKind, ParamRef } from '../../schema/types/admissionregistration-v1.ts';
import { dns1035Label, dns1123Subdomain, pathSegmentName } from '../../formats/index.ts';
import { forbidden, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { checkRequiredText, checkText } from '../text-field.ts';

/** The kind of the objects that hold a policy's parameters. */
export function validateParamKind(check: Check, kind: ParamKind, at: FieldPath): void {
  validateApiVersion(check, kind.apiVersion ?? '', child(at, 'apiVersion'));
  checkRequiredText(check, child(at, 'kind'), kind.kind, (text) => dns1035Label(text.toLowerCase()));
}

function validateApiVersion(check: Check, text: string, at: FieldPath): void {
  const parts = text === '/' ? ['', ''] : text.split('/');
  if (text === '') required(check, at);
  else if (parts.length > 2) invalid(check, at, text, 'must be a group and a version, or a version');
  else {
    const [version = '', group = ''] = parts.toReversed();
    if (group !== '') checkText(check, at, group, dns1123Subdomain);
    if (version === '') invalid(check, at, text, 'must end in a version');
    else checkText(check, at, version, dns1035Label);
  }
}

/** Which of these objects a binding takes: one by name, or all that a selector finds. */
export function validateParamRef(check: Check, ref: ParamRef | undefined, at: FieldPath): void {
  if (ref === undefined) return;
  const { name = '', selector, parameterNotFoundAction: action } = ref;
  if (name !== '') checkText(check, child(at, 'name'), name, pathSegmentName);
  if (name !== '' && selector !== undefined) {
    for (const field of ['name', 'selector'])
      forbidden(check, child(at, field), 'name and selector exclude each other');
  }
  if (selector !== undefined) validateLabelSelector(check, selector, child(at, 'selector'));
  if (name === '' && selector === undefined) required(check, at, 'must have a name or a selector');
  checkRequiredText(check, child(at, 'parameterNotFoundAction'), action, (text) =>
    ['Allow', 'Deny'].includes(text) ? undefined : 'must be Allow or Deny',
  );
}

import { dns1123Subdomain, ipAddress, pathSegmentName } from '../../formats/index.ts';
import type { IPAddress } from '../../schema/types/networking-v1.ts';
import { required } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkUnchangedObject } from '../same-value.ts';
import { checkRequiredText, checkText, isUnset } from '../text-field.ts';

const parentAt = child(undefined, 'spec', 'parentRef');

export const ipAddressValidation = defineKind<IPAddress>({
  group: 'networking.k8s.io',
  kind: 'IPAddress',
  rule: {
    id: 'valid-ip-address',
    title: 'An IPAddress is named by its address, in canonical spelling, and names the object that holds it.',
    fix: 'Name the object by its address as RFC 5952 spells it, and give `spec.parentRef` a resource and a name.',
  },
  name: ipAddress,
  renamed: true,
  validate(check, address) {
    const parent = address.spec?.parentRef;
    if (parent === undefined) return required(check, parentAt);
    if (!isUnset(parent.group)) checkText(check, child(parentAt, 'group'), parent.group, dns1123Subdomain);
    checkRequiredText(check, child(parentAt, 'resource'), parent.resource, pathSegmentName);
    checkRequiredText(check, child(parentAt, 'name'), parent.name, pathSegmentName);
    if (!isUnset(parent.namespace)) checkText(check, child(parentAt, 'namespace'), parent.namespace, pathSegmentName);
  },
  validateUpdate(check, address, old) {
    checkUnchangedObject(check, parentAt, address.spec?.parentRef, old.spec?.parentRef);
  },
});

import type {
  CustomResourceDefinition,
  CustomResourceDefinitionNames,
  CustomResourceDefinitionSpec,
} from '../../schema/types/apiextensions-v1.ts';
import { dns1035Label, dns1123Subdomain } from '../../formats/index.ts';
import { invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index, key } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkUnchanged } from '../same-value.ts';
import { checkText } from '../text-field.ts';
import { validateConversion } from './conversion.ts';
import { checkOpenApiSchemas, validateVersions } from './versions.ts';

const spec = child(undefined, 'spec');
const names = child(spec, 'names');
const approved = 'api-approved.kubernetes.io';

export const customResourceDefinitionValidation = defineKind<CustomResourceDefinition>({
  group: 'apiextensions.k8s.io',
  kind: 'CustomResourceDefinition',
  versions: ['v1'],
  rule: {
    id: 'valid-custom-resource-definition',
    title: 'A CustomResourceDefinition is one that the API server accepts.',
    fix: 'Call it <plural>.<group>, give every version a structural schema, and mark exactly one as the storage version.',
  },
  name: dns1123Subdomain,
  validate(check, definition) {
    const { spec: given = {} } = definition;
    if (check.old === undefined) validateName(check, definition);
    validateSpec(check, given);
    validateApproval(check, definition);
  },
  validateUpdate(check, { spec: now = {} }, { spec: old = {}, status }) {
    checkUnchanged(check, child(spec, 'group'), now.group, old.group);
    checkUnchanged(check, child(names, 'plural'), now.names?.plural, old.names?.plural);
    // A definition is established as soon as its names are accepted.
    const { conditions } = status ?? {};
    if (conditions?.some((one) => one.type === 'Established' && one.status === 'True') === false) return;
    checkUnchanged(check, child(spec, 'scope'), now.scope, old.scope);
    checkUnchanged(check, child(names, 'kind'), now.names?.kind, old.names?.kind);
  },
});

function validateName(check: Check, { metadata, spec: given = {} }: CustomResourceDefinition): void {
  const wanted = `${given.names?.plural ?? ''}.${given.group ?? ''}`;
  for (const name of ['name', 'generateName'] as const) {
    const value = metadata?.[name] ?? '';
    if (value === '' || value === wanted) continue;
    invalid(
      check,
      child(undefined, 'metadata', name),
      value,
      `must be ${wanted}: spec.names.plural, a dot, spec.group`,
    );
  }
}

function validateSpec(check: Check, given: CustomResourceDefinitionSpec): void {
  const { group = '', scope = '', preserveUnknownFields, versions = [], conversion } = given;
  if (group === '') required(check, child(spec, 'group'));
  else if (dns1123Subdomain(group) !== undefined) checkText(check, child(spec, 'group'), group, dns1123Subdomain);
  else if (!group.includes('.')) invalid(check, child(spec, 'group'), group, 'must be a domain with at least one dot');
  if (scope === '') required(check, child(spec, 'scope'));
  else if (scope !== 'Cluster' && scope !== 'Namespaced') {
    notSupported(check, child(spec, 'scope'), scope, ['Cluster', 'Namespaced']);
  }
  if (preserveUnknownFields === true) {
    invalid(
      check,
      child(spec, 'preserveUnknownFields'),
      true,
      'may not be true: set x-kubernetes-preserve-unknown-fields in the schema instead',
    );
  }
  checkOpenApiSchemas(check, versions, child(spec, 'versions'));
  validateVersions(check, versions, spec);
  validateNames(check, given.names ?? {});
  validateConversion(check, conversion, preserveUnknownFields === true, child(spec, 'conversion'));
}

function kindLabel(name: string): string | undefined {
  return dns1035Label(name.toLowerCase());
}

/** The server fills in the singular and the kind of the list. */
function validateNames(check: Check, given: CustomResourceDefinitionNames): void {
  const { plural = '', kind = '', shortNames = [], categories = [] } = given;
  const singular = given.singular === undefined || given.singular === '' ? kind.toLowerCase() : given.singular;
  const listKind = given.listKind ?? (kind === '' ? '' : `${kind}List`);
  for (const [name, value, format] of [
    ['plural', plural, dns1035Label],
    ['singular', singular, dns1035Label],
    ['kind', kind, kindLabel],
    ['listKind', listKind === '' && kind !== '' ? `${kind}List` : listKind, kindLabel],
  ] as const) {
    if (value === '') required(check, child(names, name));
    else checkText(check, child(names, name), value, format);
  }
  if (kind !== '' && kind === listKind)
    invalid(check, child(names, 'listKind'), listKind, 'may not be the same as kind');
  for (const [position, name] of shortNames.entries()) {
    checkText(check, index(child(names, 'shortNames'), position), name, dns1035Label);
  }
  for (const [position, category] of categories.entries()) {
    checkText(check, index(child(names, 'categories'), position), category, dns1035Label);
  }
}

/** Kubernetes' own groups are for reviewed APIs. */
function validateApproval(check: Check, { metadata, spec: given = {} }: CustomResourceDefinition): void {
  const group = given.group ?? '';
  const isProtected = ['k8s.io', 'kubernetes.io'].some((domain) => group === domain || group.endsWith(`.${domain}`));
  if (!isProtected) return;
  const at = key(child(undefined, 'metadata', 'annotations'), approved);
  const annotation = metadata?.annotations?.[approved] ?? '';
  if (annotation === '')
    required(check, at, 'must be set in API groups of Kubernetes: the URL of the review, or unapproved');
  else if (!annotation.startsWith('unapproved') && !isReviewUrl(annotation)) {
    invalid(check, at, annotation, 'must be the URL of the review, or start with unapproved');
  }
}

function isReviewUrl(text: string): boolean {
  try {
    const { host } = new URL(text);
    return host !== '';
  } catch {
    return false;
  }
}

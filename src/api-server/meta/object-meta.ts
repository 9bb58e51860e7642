import { dns1123Label, pathSegmentName, prefixOf, qualifiedName } from '../../formats/index.ts';
import type { ObjectMeta } from '../../schema/types/meta-v1.ts';
import { forbidden, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import type { KindValidation, NameRule } from '../kind-validation.ts';
import { sameValue } from '../same-value.ts';
import { validateAnnotations } from './annotations.ts';
import { validateLabels } from './labels.ts';
import { validateManagedFields } from './managed-fields.ts';
import { validateOwnerReferences } from './owner-references.ts';
import { hasServerGeneration } from './server-generation.ts';

export interface ObjectMetaRules {
  readonly namespaced: boolean;
  readonly nameRule: NameRule;
  /** Left out: `metadata`. */
  readonly at?: FieldPath;
  /** Kinds of aggregated servers and custom kinds: a finalizer without a domain is fine there. */
  readonly plainFinalizers?: boolean;
  /** Of an object inside another: the server keeps `managedFields` as they are, and looks at them. */
  readonly embedded?: boolean;
  /** The server sets the generation, whatever the object says. */
  readonly serverGeneration?: boolean;
  /** The server judges names of changed objects anew. */
  readonly nameOnUpdate?: boolean;
  /** From this minor version on the server judges the name that it made, not `generateName`. */
  readonly madeNameSince?: number;
  /** The server gives a name where there is none. */
  readonly nameOptional?: boolean;
}

/**
 * Metadata of a new object; facts: k8s.io/apimachinery/pkg/api/validation and its use in the registry.
 * The server writes `managedFields` anew before it looks at them.
 */
export function validateObjectMeta(check: Check, meta: ObjectMeta | undefined, rules: ObjectMetaRules): void {
  const { namespaced, at = child(undefined, 'metadata') } = rules;
  validateName(check, meta ?? {}, rules, at);
  // The server takes the namespace of the request when the object has none, and drops it where it means nothing.
  const { namespace = '', generation = 0 } = meta ?? {};
  const wrong = namespaced && namespace !== '' ? dns1123Label(namespace) : undefined;
  if (wrong !== undefined) invalid(check, child(at, 'namespace'), namespace, wrong);
  if (generation < 0 && rules.serverGeneration !== true) {
    invalid(check, child(at, 'generation'), generation, 'may not be negative');
  }
  validateLabels(check, meta?.labels, child(at, 'labels'));
  validateAnnotations(check, meta?.annotations, child(at, 'annotations'));
  validateOwnerReferences(check, meta?.ownerReferences, child(at, 'ownerReferences'));
  validateFinalizers(check, meta?.finalizers ?? [], rules, child(at, 'finalizers'));
  if (rules.embedded === true) validateManagedFields(check, meta?.managedFields, child(at, 'managedFields'));
}

/** The servers of these groups are not Kubernetes' own code. */
const plainGroups = new Set(['apiextensions.k8s.io', 'apiregistration.k8s.io']);

/** What `validateObjectMeta` is told about an object of a kind. */
export function metadataRulesOf(validation: KindValidation, namespaced: boolean): ObjectMetaRules {
  const plainFinalizers = validation.plainFinalizers === true || plainGroups.has(validation.group);
  const { group, kind, name: nameRule, named, renamed, madeNameSince } = validation;
  const serverGeneration = hasServerGeneration(group, kind);
  return {
    namespaced,
    nameRule,
    plainFinalizers,
    serverGeneration,
    nameOptional: named === true,
    nameOnUpdate: renamed === true,
    ...(madeNameSince === undefined ? {} : { madeNameSince }),
  };
}

/** The name, or one like that which the server makes of a prefix: cut, with five letters or digits. */
export function nameOf({ name = '', generateName = '' }: ObjectMeta): string {
  return name === '' && generateName !== '' ? `${generateName.slice(0, 58)}xxxxx` : name;
}

function validateName(check: Check, meta: ObjectMeta, rules: ObjectMetaRules, at: FieldPath): void {
  const { generateName = '' } = meta;
  const nameRule: NameRule = (name) => rules.nameRule(name) ?? pathSegmentName(name);
  const isPrefixJudged = generateName !== '' && check.minor < (rules.madeNameSince ?? Infinity);
  const wrongPrefix = isPrefixJudged ? prefixProblem(prefixOf(generateName), rules) : undefined;
  if (wrongPrefix !== undefined) invalid(check, child(at, 'generateName'), generateName, wrongPrefix);
  const name = nameOf(meta);
  if (name === '') {
    if (rules.nameOptional !== true) required(check, child(at, 'name'), 'must be set, or generateName');
    return;
  }
  const wrong = nameRule(name);
  if (wrong !== undefined) invalid(check, child(at, 'name'), name, wrong);
}

/** Letters come behind it: that a path may not be dots alone matters only where the kind itself says so. */
function prefixProblem(prefix: string, { nameRule }: ObjectMetaRules): string | undefined {
  return nameRule(prefix) ?? (/[/%]/.test(prefix) ? pathSegmentName(prefix) : undefined);
}

function validateFinalizers(check: Check, finalizers: readonly string[], rules: ObjectMetaRules, at: FieldPath): void {
  for (const [position, finalizer] of finalizers.entries()) {
    const wrong = qualifiedName(finalizer);
    if (wrong !== undefined) invalid(check, at, finalizer, wrong);
    const plain = !finalizer.includes('/') && !['kubernetes', 'orphan', 'foregroundDeletion'].includes(finalizer);
    if (plain && rules.plainFinalizers !== true)
      invalid(check, index(at, position), finalizer, "must be a domain, '/' and a name");
  }
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) {
    invalid(check, at, finalizers, 'orphan and foregroundDeletion exclude each other');
  }
}

const fixed = ['name', 'namespace', 'uid', 'deletionTimestamp', 'deletionGracePeriodSeconds'] as const;

/** Metadata of a changed object, as a file gives it: what only the server writes counts when the file names it. */
export function validateObjectMetaUpdate(
  check: Check,
  meta: ObjectMeta,
  old: ObjectMeta,
  rules: ObjectMetaRules,
): void {
  const at = rules.at ?? child(undefined, 'metadata');
  for (const field of fixed) {
    const value = meta[field];
    if (value !== undefined && value !== '' && !sameValue(value, old[field]))
      invalid(check, child(at, field), value, 'may not change');
  }
  const nameRule = rules.nameOnUpdate === true ? rules.nameRule : pathSegmentName;
  validateName(check, { ...meta, name: meta.name ?? old.name ?? '' }, { ...rules, nameRule }, at);
  validateLabels(check, meta.labels, child(at, 'labels'));
  validateAnnotations(check, meta.annotations, child(at, 'annotations'));
  validateOwnerReferences(check, meta.ownerReferences, child(at, 'ownerReferences'));
  validateFinalizers(check, meta.finalizers ?? [], rules, child(at, 'finalizers'));
  const added = (meta.finalizers ?? []).filter((finalizer) => !(old.finalizers ?? []).includes(finalizer));
  if (old.deletionTimestamp !== undefined && added.length > 0) {
    forbidden(check, child(at, 'finalizers'), 'no finalizer may be added to an object that is being deleted');
  }
}

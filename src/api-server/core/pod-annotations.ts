import type { PodSpec, Toleration } from '../../schema/types/core-v1.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateDescendingPath } from './file-path.ts';
import { appArmorPrefix, seccompContainerPrefix, seccompPod } from './profile-annotations.ts';
import { validateTolerations } from './tolerations.ts';

export type Annotations = Readonly<Record<string, string>>;

export const mirrorPod = 'kubernetes.io/config.mirror';
const deletionCost = 'controller.kubernetes.io/pod-deletion-cost';
const tolerationsKey = 'scheduler.alpha.kubernetes.io/tolerations';

/** Annotations that mean something to Kubernetes on a Pod or a template of one. `at` is the annotations' path. */
export function validatePodAnnotations(check: Check, annotations: Annotations, spec: PodSpec, at: FieldPath): void {
  const mirrored = annotations[mirrorPod];
  if (mirrored !== undefined && !spec.nodeName) {
    invalid(check, key(at, mirrorPod), mirrored, 'is for a Pod that has a `spec.nodeName`');
  }
  if (annotations[tolerationsKey]) validateWrittenTolerations(check, annotations[tolerationsKey], at);
  const cost = annotations[deletionCost];
  if (cost !== undefined && !isInt32(cost)) {
    invalid(check, key(at, deletionCost), cost, 'must be a whole number of 32 bits, without a plus or leading zeros');
  }
  for (const [name, value] of Object.entries(annotations)) {
    if (name === seccompPod || name.startsWith(seccompContainerPrefix)) validateSeccomp(check, value, child(at, name));
    if (name.startsWith(appArmorPrefix)) validateAppArmor(check, name, value, spec, key(at, name));
  }
}

function isInt32(text: string): boolean {
  return (
    /^(?:-\d+|0|[1-9]\d*)$/.test(text) &&
    Number(text) === Math.trunc(Number(text)) &&
    Math.abs(Number(text) + 0.5) < 2 ** 31
  );
}

function validateSeccomp(check: Check, profile: string, at: FieldPath): void {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return;
  if (profile.startsWith('localhost/')) validateDescendingPath(check, profile.slice('localhost/'.length), at);
  else invalid(check, at, profile, 'must be runtime/default, unconfined or localhost/<path>');
}

function validateAppArmor(check: Check, name: string, profile: string, spec: PodSpec, at: FieldPath): void {
  const container = name.slice(appArmorPrefix.length);
  const all = [...(spec.initContainers ?? []), ...(spec.containers ?? []), ...(spec.ephemeralContainers ?? [])];
  if (!all.some((one) => (one.name ?? '') === container)) invalid(check, at, container, 'is no container of this pod');
  if (['', 'runtime/default', 'unconfined'].includes(profile) || profile.startsWith('localhost/')) return;
  invalid(check, at, profile, 'must be runtime/default, unconfined or localhost/<profile>');
}

/** Tolerations as JSON: how they were written before they had a field. */
function validateWrittenTolerations(check: Check, text: string, at: FieldPath): void {
  const tolerations = parseTolerations(text);
  if (tolerations === undefined) invalid(check, at, tolerationsKey, 'must be a JSON list of tolerations');
  else validateTolerations(check, tolerations, child(at, tolerationsKey));
}

/** Names of fields in any case, null for nothing: as Go reads JSON. */
function parseTolerations(text: string): readonly Toleration[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const found: Toleration[] = [];
  for (const item of value as readonly unknown[]) {
    const toleration = item === null ? {} : readToleration(item);
    if (toleration === undefined) return undefined;
    found.push(toleration);
  }
  return found;
}

function readToleration(item: unknown): Toleration | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const fields = new Map<string, string | number>();
  for (const [name, value] of Object.entries(item)) {
    const field = name.toLowerCase();
    const type = field === 'tolerationseconds' ? 'number' : 'string';
    if (value === null || !['key', 'operator', 'value', 'effect', 'tolerationseconds'].includes(field)) continue;
    if (typeof value !== type || (type === 'number' && !Number.isInteger(value))) return undefined;
    fields.set(field, value as string | number);
  }
  const text = (name: string): string => String(fields.get(name) ?? '');
  const seconds = fields.get('tolerationseconds');
  const toleration = { key: text('key'), operator: text('operator'), value: text('value'), effect: text('effect') };
  return seconds === undefined ? toleration : { ...toleration, tolerationSeconds: Number(seconds) };
}

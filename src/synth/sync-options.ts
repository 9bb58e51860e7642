import type { JsonObject, ObjectRef } from '../kernel/index.ts';
import type { CustomKind } from '../model/types.ts';
import { isBuiltInGroup } from '../rendered/index.ts';

const annotation = 'argocd.argoproj.io/sync-options';

/** Removing one of these takes away what it holds, so Argo CD asks a person first. */
const precious: ReadonlySet<string> = new Set([
  '/Namespace',
  'apiextensions.k8s.io/CustomResourceDefinition',
  '/PersistentVolumeClaim',
]);

/**
 * Puts on an object what Argo CD must know of it: that its CRD comes from another unit, so that a dry run before the CRD is there must not
 * fail; and that its removal must be confirmed. Options that the object's author set stay; an option set to another value wins.
 * https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/
 */
export function withSyncOptions(value: JsonObject, ref: ObjectRef, ownKinds: readonly CustomKind[]): JsonObject {
  const wanted: string[] = [];
  const own = ownKinds.some((one) => one.group === ref.group && one.kind === ref.kind);
  if (!isBuiltInGroup(ref.group) && !own) wanted.push('SkipDryRunOnMissingResource=true');
  if (precious.has(`${ref.group}/${ref.kind}`)) wanted.push('Prune=confirm', 'Delete=confirm');
  if (wanted.length === 0) return value;
  const metadata = value['metadata'] as JsonObject;
  const annotations = (metadata['annotations'] ?? {}) as JsonObject;
  const given = annotations[annotation];
  const options = new Map<string, string>();
  for (const option of [...wanted, ...(typeof given === 'string' ? given.split(',') : [])]) {
    const [key = '', setting = ''] = option.trim().split('=');
    if (key !== '') options.set(key, setting);
  }
  const text = [...options].map(([key, setting]) => `${key}=${setting}`);
  text.sort();
  return { ...value, metadata: { ...metadata, annotations: { ...annotations, [annotation]: text.join(',') } } };
}

import { dns1123Subdomain } from '../../formats/index.ts';
import type { CustomResourceSchema, CustomResourceVerdict } from '../../schema/index.ts';
import type { ObjectMeta } from '../../schema/types/meta-v1.ts';
import type { Check } from '../check.ts';
import { validateObjectMeta, validateObjectMetaUpdate } from './object-meta.ts';

/** The metadata of a custom resource and of the objects embedded in it; `old` as it was judged, for an update. */
export function validateCustomMetadata(
  check: Check,
  { object, metadata }: CustomResourceVerdict,
  old: CustomResourceVerdict['object'] | undefined,
  { namespaced }: CustomResourceSchema,
): void {
  const rules = { namespaced, nameRule: dns1123Subdomain, plainFinalizers: true };
  const own = metadataOf(object);
  if (old === undefined) validateObjectMeta(check, own, rules);
  else validateObjectMetaUpdate({ ...check, old }, own ?? {}, metadataOf(old) ?? {}, rules);
  for (const embedded of metadata) {
    validateObjectMeta(check, embedded.metadata, { ...rules, at: embedded.at });
  }
}

function metadataOf(object: CustomResourceVerdict['object']): ObjectMeta | undefined {
  const { metadata } = object as { readonly metadata?: ObjectMeta };
  return metadata;
}

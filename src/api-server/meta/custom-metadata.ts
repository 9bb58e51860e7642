import { dns1123Subdomain, pathSegmentName } from '../../formats/index.ts';
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
  for (const { at, metadata: inner } of metadata) {
    const { name = 'any', namespace } = inner as ObjectMeta;
    const embedded = {
      namespaced: namespace !== undefined,
      nameRule: pathSegmentName,
      plainFinalizers: true,
      embedded: true,
      at,
    };
    validateObjectMeta(check, { ...inner, name }, embedded);
  }
}

/** The server sets the generation itself, and takes any managed fields. */
function metadataOf(object: CustomResourceVerdict['object']): ObjectMeta | undefined {
  const { metadata } = object as { readonly metadata?: ObjectMeta };
  const { generation: _, managedFields: __, ...rest } = metadata ?? {};
  return rest;
}

import { dns1123Label, dns1123Subdomain } from '../../formats/index.ts';
import type {
  PersistentVolumeClaimSpec,
  TypedLocalObjectReference,
  TypedObjectReference,
} from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { invalid } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkRequiredText, checkText, isUnset } from '../text-field.ts';

/** What a claim is filled from: `dataSource` and `dataSourceRef`, which say the same in two generations of the API. */
export function validateDataSources(check: Check, spec: PersistentVolumeClaimSpec, at: FieldPath | undefined): void {
  const { dataSource, dataSourceRef } = spec;
  if (dataSource !== undefined) validateReference(check, dataSource, child(at, 'dataSource'));
  if (dataSourceRef !== undefined) validateReference(check, dataSourceRef, child(at, 'dataSourceRef'));
  if (dataSource === undefined || dataSourceRef === undefined) return;
  if (!isUnset(dataSourceRef.namespace)) {
    invalid(check, at, 'dataSource', 'dataSource may not stand beside a dataSourceRef with a namespace');
  } else if (!sameReference(dataSource, dataSourceRef)) {
    invalid(check, at, 'dataSource', 'dataSource and dataSourceRef must name the same object');
  }
}

function validateReference(check: Check, reference: TypedObjectReference, at: FieldPath): void {
  checkRequiredText(check, child(at, 'name'), reference.name);
  checkRequiredText(check, child(at, 'kind'), reference.kind);
  if (isUnset(reference.apiGroup)) {
    if (reference.kind !== 'PersistentVolumeClaim') {
      invalid(check, at, reference.kind ?? '', 'of the core group only a PersistentVolumeClaim can be a source');
    }
  } else checkText(check, child(at, 'apiGroup'), reference.apiGroup, dns1123Subdomain);
  if (!isUnset(reference.namespace)) checkText(check, child(at, 'namespace'), reference.namespace, dns1123Label);
}

function sameReference(source: TypedLocalObjectReference, reference: TypedObjectReference): boolean {
  const { apiGroup, kind, name } = source;
  return apiGroup === reference.apiGroup && kind === reference.kind && name === reference.name;
}

/**
 * What the server keeps of a claim's sources before it judges them: without its alpha gate no reference into another
 * namespace, in the old field only claims and snapshots, and each field filled from the other.
 */
export function withStoredDataSources(
  spec: PersistentVolumeClaimSpec,
  old?: PersistentVolumeClaimSpec,
): PersistentVolumeClaimSpec {
  const { dataSource, dataSourceRef, ...rest } = spec;
  const abroad = !isUnset(dataSourceRef?.namespace);
  const reference = abroad && old?.dataSourceRef === undefined ? undefined : dataSourceRef;
  const used = old?.dataSource !== undefined || old?.dataSourceRef !== undefined;
  const dropped = reference === undefined && !used && !isClaimOrSnapshot(dataSource);
  const source = dropped ? undefined : dataSource;
  const kept = {
    source: source ?? (isUnset(reference?.namespace) ? reference : undefined),
    reference: reference ?? source,
  };
  return {
    ...rest,
    ...(kept.source === undefined ? {} : { dataSource: kept.source }),
    ...(kept.reference === undefined ? {} : { dataSourceRef: kept.reference }),
  };
}

function isClaimOrSnapshot(source: TypedLocalObjectReference | undefined): boolean {
  if (source?.kind === 'PersistentVolumeClaim') return isUnset(source.apiGroup);
  return source?.kind === 'VolumeSnapshot' && source.apiGroup === 'snapshot.storage.k8s.io';
}

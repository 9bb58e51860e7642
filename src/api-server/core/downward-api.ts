import type { ObjectFieldSelector, ResourceFieldSelector } from '../../schema/types/core-v1.ts';
import { qualifiedName } from '../../formats/index.ts';
import { invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { isDivisor } from './divisor.ts';
import { expectFormat } from './expect-format.ts';

/** Fields that the server can name at all; which of them may be read depends on the place. */
const knownFields = new Set([
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.restartPolicy',
  'spec.serviceAccountName',
  'spec.schedulerName',
  'status.phase',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]);

/** A field of the pod: `metadata.name`, `metadata.labels['app']`. */
export function validateObjectFieldSelector(
  check: Check,
  selector: ObjectFieldSelector,
  allowed: readonly string[],
  at: FieldPath,
): void {
  const fieldPath = selector.fieldPath ?? '';
  const place = child(at, 'fieldPath');
  if (fieldPath === '') {
    required(check, place);
    return;
  }
  const version = selector.apiVersion ?? '';
  if (version !== '' && version !== 'v1') {
    invalid(check, place, fieldPath, `cannot be read in apiVersion ${version}: it must be v1`);
    return;
  }
  const entry = /^(.+?)\['(.*)'\]$/s.exec(fieldPath);
  if (entry !== null) validateEntry(check, entry[1] ?? '', entry[2] ?? '', fieldPath, at);
  else if (!allowed.includes(fieldPath === 'spec.host' ? 'spec.nodeName' : fieldPath)) {
    if (knownFields.has(fieldPath)) notSupported(check, place, fieldPath, allowed);
    else invalid(check, place, fieldPath, 'is no field of a pod that can be read here');
  }
}

function validateEntry(check: Check, field: string, name: string, fieldPath: string, at: FieldPath): void {
  if (field === 'metadata.labels') expectFormat(check, at, name, qualifiedName(name));
  else if (field === 'metadata.annotations') expectFormat(check, at, name, qualifiedName(name.toLowerCase()));
  else invalid(check, child(at, 'fieldPath'), fieldPath, 'has no entries to choose from');
}

const resources = ['cpu', 'ephemeral-storage', 'memory'].flatMap((name) => [`limits.${name}`, `requests.${name}`]);

const hugePages = ['requests.hugepages-', 'limits.hugepages-'];

/** Requests or limits of a container. In a volume the container must be named, in an environment it is the container itself. */
export function validateResourceFieldSelector(
  check: Check,
  selector: ResourceFieldSelector,
  at: FieldPath,
  inVolume: boolean,
): void {
  const resource = selector.resource ?? '';
  const isHugePage = hugePages.some((prefix) => resource.startsWith(prefix));
  if (inVolume && (selector.containerName ?? '') === '') required(check, child(at, 'containerName'));
  else if (resource === '') required(check, child(at, 'resource'));
  else if (!resources.includes(resource) && !isHugePage) {
    notSupported(check, child(at, 'resource'), resource, resources);
  }
  const { divisor } = selector;
  if (divisor === undefined || (!resources.includes(resource) && !isHugePage)) return;
  const unit = resource.endsWith('.cpu') ? 'cpu' : 'bytes';
  if (isDivisor(divisor, unit)) return;
  invalid(
    check,
    child(at, 'divisor'),
    divisor,
    unit === 'cpu' ? 'must be 1m or 1' : 'must be 1, or one k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi or Ei',
  );
}

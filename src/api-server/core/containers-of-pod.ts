import type { Container, PodSpec, SecurityContext } from '../../schema/types/core-v1.ts';
import { forbidden, invalid, notFound } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { enabledSince } from './gates.ts';

interface PlacedContainer {
  readonly container: Container;
  readonly at: FieldPath;
}

/** What the pod's operating system, users and volumes mean for each of its containers. `at` is the pod spec's path. */
export function validateContainersOfPod(check: Check, spec: PodSpec, at: FieldPath): void {
  const containers = everyContainer(spec, at);
  validateHostProcess(check, spec, at, containers);
  for (const placed of containers) {
    validateDevices(check, spec, placed);
    validateOs(check, spec, placed);
    validateFileVolumes(check, spec, placed);
  }
}

function everyContainer(spec: PodSpec, at: FieldPath): readonly PlacedContainer[] {
  const lists = ['initContainers', 'containers', 'ephemeralContainers'] as const;
  return lists.flatMap((list) =>
    (spec[list] ?? []).map((container, position) => ({ container, at: index(child(at, list), position) })),
  );
}

/** Windows: all containers run as processes of the host, or none. */
function validateHostProcess(check: Check, spec: PodSpec, at: FieldPath, containers: readonly PlacedContainer[]): void {
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
  let count = 0;
  for (const { container, at: place } of containers) {
    const own = container.securityContext?.windowsOptions?.hostProcess;
    if (own !== undefined && ofPod !== undefined && own !== ofPod) {
      const field = child(place, 'securityContext', 'windowsOptions', 'hostProcess');
      invalid(check, field, own, `must be as in the pod: ${ofPod}`);
    }
    if (own ?? ofPod ?? false) count += 1;
  }
  if (count === 0) return;
  if (count !== containers.length) invalid(check, at, '', 'either all containers are host processes, or none');
  if (spec.hostNetwork !== true) {
    invalid(check, child(at, 'hostNetwork'), false, 'must be true, as containers are host processes');
  }
}

function validateDevices(check: Check, spec: PodSpec, { container, at }: PlacedContainer): void {
  if (spec.hostUsers !== false || check.minor < enabledSince.userNamespaceDevices) return;
  if ((container.volumeDevices ?? []).length === 0) return;
  forbidden(check, child(at, 'volumeDevices'), "cannot be used while the pod's hostUsers is false");
}

const linuxFields: readonly (keyof SecurityContext)[] = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
];

function validateOs(check: Check, spec: PodSpec, { container, at }: PlacedContainer): void {
  const os = spec.os?.name;
  const refused = os === 'windows' ? linuxFields : os === 'linux' ? (['windowsOptions'] as const) : [];
  for (const field of refused) {
    if (container.securityContext?.[field] === undefined) continue;
    forbidden(check, child(at, 'securityContext', field), `is not for a ${os} pod`);
  }
}

/** An environment file lies in a volume of the pod that starts empty. */
function validateFileVolumes(check: Check, spec: PodSpec, { container, at }: PlacedContainer): void {
  if (check.minor < enabledSince.envFiles) return;
  for (const [position, variable] of (container.env ?? []).entries()) {
    const ref = variable.valueFrom?.fileKeyRef;
    if (ref === undefined) continue;
    const { volumeName = '' } = ref;
    const place = child(index(child(at, 'env'), position), 'valueFrom', 'fileKeyRef', 'volumeName');
    const volume = (spec.volumes ?? []).findLast(({ name = '' }) => name === volumeName);
    if (volume === undefined) notFound(check, place, volumeName);
    else if (volume.emptyDir === undefined && hasSource(volume)) {
      invalid(check, place, volumeName, 'must be an emptyDir volume');
    }
  }
}

/** A volume without a source is an emptyDir. */
function hasSource(volume: object): boolean {
  return Object.keys(volume).some((field) => field !== 'name');
}

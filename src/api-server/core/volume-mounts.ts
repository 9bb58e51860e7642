import type { Container, Volume, VolumeDevice, VolumeMount } from '../../schema/types/core-v1.ts';
import { forbidden, invalid, notFound, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { enabledSince } from './gates.ts';
import { validateDescendingPath, validateNoBacksteps } from './file-path.ts';

const propagations = ['Bidirectional', 'HostToContainer', 'None'];

const recursions = ['Disabled', 'Enabled', 'IfPossible'];

/** `at` is the container's path. */
export function validateVolumeMounts(
  check: Check,
  container: Container,
  volumes: ReadonlyMap<string, Volume>,
  at: FieldPath,
): void {
  const list = child(at, 'volumeMounts');
  const devices = container.volumeDevices ?? [];
  const taken = new Set<string>();
  for (const [position, mount] of (container.volumeMounts ?? []).entries()) {
    const place = index(list, position);
    const { name = '', mountPath = '' } = mount;
    if (name === '') required(check, child(place, 'name'));
    if (!volumes.has(name)) notFound(check, child(place, 'name'), name);
    if (mountPath === '') required(check, child(place, 'mountPath'));
    if (taken.has(mountPath)) invalid(check, child(place, 'mountPath'), mountPath, 'is mounted twice');
    taken.add(mountPath);
    if (devices.some((device) => (device.name ?? '') === name)) {
      invalid(check, child(place, 'name'), name, 'is a device of this container, too');
    }
    if (devices.some((device) => (device.devicePath ?? '') === mountPath)) {
      invalid(check, child(place, 'mountPath'), mountPath, 'is the path of a device, too');
    }
    validateMount(check, mount, container, { list, place });
  }
}

/** The server names the list where it should name the item. */
interface Places {
  readonly list: FieldPath;
  readonly place: FieldPath;
}

function validateMount(check: Check, mount: VolumeMount, container: Container, { list, place }: Places): void {
  const { subPath = '', subPathExpr = '', mountPropagation } = mount;
  validateDescendingPath(check, subPath, child(list, 'subPath'));
  if (subPath !== '' && subPathExpr !== '') {
    invalid(check, child(place, 'subPathExpr'), subPathExpr, 'may not stand beside subPath');
  }
  validateDescendingPath(check, subPathExpr, child(list, 'subPathExpr'));
  if (mountPropagation !== undefined && !propagations.includes(mountPropagation)) {
    notSupported(check, child(list, 'mountPropagation'), mountPropagation, propagations);
  }
  if (mountPropagation === 'Bidirectional' && container.securityContext?.privileged !== true) {
    forbidden(check, child(list, 'mountPropagation'), 'Bidirectional is for privileged containers only');
  }
  validateRecursion(check, mount, child(list, 'recursiveReadOnly'));
}

function validateRecursion(check: Check, mount: VolumeMount, at: FieldPath): void {
  const { recursiveReadOnly, mountPropagation = 'None' } = mount;
  if (recursiveReadOnly === undefined || check.minor < enabledSince.recursiveReadOnly) return;
  if (!recursions.includes(recursiveReadOnly)) notSupported(check, at, recursiveReadOnly, recursions);
  else if (recursiveReadOnly !== 'Disabled') {
    if (mount.readOnly !== true) forbidden(check, at, 'needs readOnly: true');
    if (mountPropagation !== 'None') forbidden(check, at, 'needs mountPropagation: None');
  }
}

/** Block devices: volumes of claims only. `at` is the container's path. */
export function validateVolumeDevices(
  check: Check,
  container: Container,
  volumes: ReadonlyMap<string, Volume>,
  at: FieldPath,
): void {
  const mounts = container.volumeMounts ?? [];
  const names = new Set<string>();
  const paths = new Set<string>();
  for (const [position, device] of (container.volumeDevices ?? []).entries()) {
    const place = index(child(at, 'volumeDevices'), position);
    const { name = '', devicePath = '' } = device;
    validateDeviceName(check, name, volumes, child(place, 'name'));
    if (names.has(name)) invalid(check, child(place, 'name'), name, 'is a device twice');
    if (name !== '') names.add(name);
    validateDevicePath(check, device, paths, child(place, 'devicePath'));
    if (mounts.some((mount) => (mount.name ?? '') === name)) {
      invalid(check, child(place, 'name'), name, 'is mounted by this container, too');
    }
    if (mounts.some((mount) => (mount.mountPath ?? '') === devicePath)) {
      invalid(check, child(place, 'devicePath'), devicePath, 'is the path of a mount, too');
    }
  }
}

function validateDeviceName(check: Check, name: string, volumes: ReadonlyMap<string, Volume>, at: FieldPath): void {
  const volume = volumes.get(name);
  if (name === '') required(check, at);
  if (volume === undefined) notFound(check, at, name);
  else if (volume.persistentVolumeClaim === undefined && volume.ephemeral === undefined) {
    invalid(check, at, name, 'must be a volume of a claim: persistentVolumeClaim or ephemeral');
  }
}

function validateDevicePath(check: Check, device: VolumeDevice, taken: Set<string>, at: FieldPath): void {
  const { devicePath = '' } = device;
  if (devicePath === '') required(check, at);
  if (taken.has(devicePath)) invalid(check, at, devicePath, 'is the path of another device, too');
  validateNoBacksteps(check, devicePath, at);
  taken.add(devicePath);
}

import type { PodSecurityContext, PodSpec, Sysctl } from '../../schema/types/core-v1.ts';
import { duplicate, forbidden, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateId } from './container-security-context.ts';
import { checkedSince, enabledSince } from './gates.ts';
import { validateAppArmorProfile, validateSeccompProfile } from './security-profiles.ts';
import { validateWindowsOptions } from './windows-options.ts';

const longestSysctl = 253;
const sysctlName = /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/;

/** `at` is the pod spec's path: namespaces of the host belong to this context, too. */
export function validatePodSecurityContext(check: Check, spec: PodSpec, at: FieldPath): void {
  const context = spec.securityContext ?? {};
  const place = child(at, 'securityContext');
  for (const name of ['fsGroup', 'runAsUser', 'runAsGroup'] as const) {
    const id = context[name];
    if (id !== undefined) validateId(check, id, child(place, name));
  }
  for (const [position, group] of (context.supplementalGroups ?? []).entries()) {
    validateId(check, group, index(child(place, 'supplementalGroups'), position));
  }
  if (spec.shareProcessNamespace === true && spec.hostPID === true) {
    const where = check.minor >= checkedSince.ownSharedNamespace ? at : place;
    invalid(check, child(where, 'shareProcessNamespace'), true, 'and hostPID exclude each other');
  }
  validateSysctls(check, context.sysctls ?? [], spec, child(place, 'sysctls'));
  const { seccompProfile, appArmorProfile, windowsOptions } = context;
  if (seccompProfile !== undefined) validateSeccompProfile(check, seccompProfile, child(place, 'seccompProfile'));
  if (windowsOptions !== undefined) validateWindowsOptions(check, windowsOptions, child(place, 'windowsOptions'));
  if (appArmorProfile !== undefined) validateAppArmorProfile(check, appArmorProfile, child(place, 'appArmorProfile'));
  validatePolicies(check, context, place);
}

function validatePolicies(check: Check, context: PodSecurityContext, at: FieldPath): void {
  // What needs the host's SELinux to be told apart came late: before, Recursive was the one way.
  const relabel = check.minor >= enabledSince.seLinuxMount ? ['MountOption', 'Recursive'] : ['Recursive'];
  const policies = [
    ['fsGroupChangePolicy', 0, ['Always', 'OnRootMismatch']],
    ['supplementalGroupsPolicy', enabledSince.supplementalGroupsPolicy, ['Merge', 'Strict']],
    ['seLinuxChangePolicy', enabledSince.seLinuxChangePolicy, relabel],
  ] as const;
  for (const [name, since, allowed] of policies) {
    const value = context[name];
    if (value === undefined || check.minor < since || allowed.some((one) => one === value)) continue;
    notSupported(check, child(at, name), value, allowed);
  }
}

function validateSysctls(check: Check, sysctls: readonly Sysctl[], spec: PodSpec, at: FieldPath): void {
  const seen = new Set<string>();
  for (const [position, { name = '' }] of sysctls.entries()) {
    const place = child(index(at, position), 'name');
    if (name === '') required(check, place);
    else if (Buffer.byteLength(name) > longestSysctl || !sysctlName.test(name)) {
      invalid(check, place, name, 'must be the name of a sysctl, of at most 253 characters');
    } else if (seen.has(name)) duplicate(check, place, name);
    seen.add(name);
    const namespace = check.minor >= checkedSince.hostSysctls ? namespaceOf(name) : undefined;
    if (spec.hostNetwork === true && namespace === 'network')
      invalid(check, place, name, 'would be set for the host: hostNetwork');
    if (spec.hostIPC === true && namespace === 'ipc') invalid(check, place, name, 'would be set for the host: hostIPC');
  }
}

const ipcSysctls = ['sem', 'shmall', 'shmmax', 'shmmni', 'shm_rmid_forced', 'shm', 'msgmax', 'msgmnb', 'msgmni', 'msg'];

/** Which of the kernel's namespaces a sysctl is set in. */
function namespaceOf(name: string): 'ipc' | 'network' | undefined {
  const dotted = dottedName(name).split('*', 1)[0] ?? '';
  if (dotted.startsWith('net.')) return 'network';
  if (dotted.startsWith('fs.mqueue.')) return 'ipc';
  return ipcSysctls.some((one) => dotted === `kernel.${one}`) ? 'ipc' : undefined;
}

/** A name whose first separator is a slash has dots and slashes the other way round. */
function dottedName(name: string): string {
  if (/[./]/.exec(name)?.[0] !== '/') return name;
  return name.replaceAll(/[./]/g, (separator) => (separator === '/' ? '.' : '/'));
}

/** `hostUsers: false` and namespaces of the host exclude each other. */
export function validateHostUsers(check: Check, spec: PodSpec, at: FieldPath): void {
  if (spec.hostUsers !== false || check.minor < enabledSince.userNamespaces) return;
  if (spec.hostNetwork === true) forbidden(check, child(at, 'hostNetwork'), 'may not stand beside `hostUsers: false`');
  // Spelt as the server does.
  if (spec.hostPID === true) forbidden(check, child(at, 'HostPID'), 'may not stand beside `hostUsers: false`');
  if (spec.hostIPC === true) forbidden(check, child(at, 'HostIPC'), 'may not stand beside `hostUsers: false`');
}

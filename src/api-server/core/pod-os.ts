import type { PodSecurityContext, PodSpec } from '../../schema/types/core-v1.ts';
import { forbidden, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { enabledSince } from './gates.ts';

const systems = ['linux', 'windows'];

const linuxContext: readonly (keyof PodSecurityContext)[] = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
];

/** The operating system, and what of the pod (not of its containers) means nothing there. `at` is the pod spec's path. */
export function validatePodOs(check: Check, spec: PodSpec, at: FieldPath): void {
  if (spec.os === undefined) return;
  const name = spec.os.name ?? '';
  if (name === '') return required(check, child(at, 'os', 'name'));
  if (!systems.includes(name)) return notSupported(check, child(at, 'os'), name, systems);
  const context = spec.securityContext ?? {};
  const place = child(at, 'securityContext');
  if (name === 'linux') {
    if (context.windowsOptions !== undefined)
      forbidden(check, child(place, 'windowsOptions'), 'is not for a linux pod');
    return;
  }
  const refuse = (where: FieldPath, field: string): void =>
    forbidden(check, child(where, field), 'is not for a windows pod');
  for (const field of linuxContext) if (context[field] !== undefined) refuse(place, field);
  if (context.sysctls !== undefined && context.sysctls.length > 0) refuse(place, 'sysctls');
  if (context.supplementalGroupsPolicy !== undefined && check.minor >= enabledSince.supplementalGroupsPolicy) {
    refuse(place, 'supplementalGroupsPolicy');
  }
  if (context.seLinuxChangePolicy !== undefined && check.minor >= enabledSince.seLinuxChangePolicy) {
    refuse(place, 'seLinuxChangePolicy');
  }
  if (spec.hostUsers !== undefined && check.minor >= enabledSince.userNamespaces) refuse(at, 'hostUsers');
  if (spec.hostPID === true) refuse(at, 'hostPID');
  if (spec.hostIPC === true) refuse(at, 'hostIPC');
  if (spec.shareProcessNamespace !== undefined) refuse(at, 'shareProcessNamespace');
}

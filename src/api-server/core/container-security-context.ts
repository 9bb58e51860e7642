import type { SecurityContext } from '../../schema/types/core-v1.ts';
import { invalid, notSupported } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { enabledSince } from './gates.ts';
import { validateAppArmorProfile, validateSeccompProfile } from './security-profiles.ts';
import { validateWindowsOptions } from './windows-options.ts';

const procMounts = ['Default', 'Unmasked'];

export function validateContainerSecurityContext(
  check: Check,
  context: SecurityContext,
  at: FieldPath,
  options: { readonly hostUsers: boolean },
): void {
  const { runAsUser, runAsGroup, seccompProfile, windowsOptions, appArmorProfile } = context;
  if (runAsUser !== undefined) validateId(check, runAsUser, child(at, 'runAsUser'));
  if (runAsGroup !== undefined) validateId(check, runAsGroup, child(at, 'runAsGroup'));
  validateProcMount(check, context.procMount, options.hostUsers, child(at, 'procMount'));
  if (seccompProfile !== undefined) validateSeccompProfile(check, seccompProfile, child(at, 'seccompProfile'));
  validateEscalation(check, context, at);
  if (windowsOptions !== undefined) validateWindowsOptions(check, windowsOptions, child(at, 'windowsOptions'));
  if (appArmorProfile !== undefined) validateAppArmorProfile(check, appArmorProfile, child(at, 'appArmorProfile'));
}

/** Of a user or a group. */
export function validateId(check: Check, id: number | bigint, at: FieldPath): void {
  if (id < 0 || id > 2_147_483_647) invalid(check, at, id, 'must be from 0 to 2147483647');
}

function validateProcMount(check: Check, procMount: string | undefined, hostUsers: boolean, at: FieldPath): void {
  if (procMount === undefined || check.minor < enabledSince.procMount) return;
  if (!procMounts.includes(procMount)) notSupported(check, at, procMount, procMounts);
  if (hostUsers && procMount === 'Unmasked') invalid(check, at, procMount, "needs the pod's hostUsers to be false");
}

function validateEscalation(check: Check, context: SecurityContext, at: FieldPath): void {
  if (context.allowPrivilegeEscalation !== false) return;
  if (context.privileged === true) {
    invalid(check, at, undefined, 'a privileged container cannot do without allowPrivilegeEscalation');
  }
  for (const capability of context.capabilities?.add ?? []) {
    if (capability !== 'CAP_SYS_ADMIN') continue;
    invalid(check, at, undefined, 'a container with CAP_SYS_ADMIN cannot do without allowPrivilegeEscalation');
  }
}

import type { AppArmorProfile, PodSpec, SeccompProfile } from '../../schema/types/core-v1.ts';
import { forbidden } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';

export const seccompPod = 'seccomp.security.alpha.kubernetes.io/pod';
export const seccompContainerPrefix = 'container.seccomp.security.alpha.kubernetes.io/';
export const appArmorPrefix = 'container.apparmor.security.beta.kubernetes.io/';

type Annotations = Readonly<Record<string, string>>;
type Profile = AppArmorProfile | SeccompProfile;

const lists = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** Profiles were annotations before they were fields: where both are given, they must agree. `at` is the pod spec's path. */
export function validateProfilesAgree(
  check: Check,
  annotations: Annotations,
  spec: PodSpec,
  at: FieldPath,
  options: { readonly isPod: boolean },
): void {
  const { seccompProfile, appArmorProfile } = spec.securityContext ?? {};
  const ofPod = annotations[seccompPod];
  if (seccompProfile !== undefined && ofPod !== undefined) {
    compare(check, ofPod, seccompProfile, child(at, 'securityContext', 'seccompProfile'));
  }
  for (const list of lists) {
    for (const [position, container] of (spec[list] ?? []).entries()) {
      const place = child(index(child(at, list), position), 'securityContext');
      const own = container.securityContext ?? {};
      const seccomp = annotations[seccompContainerPrefix + (container.name ?? '')];
      if (own.seccompProfile !== undefined && seccomp !== undefined) {
        compare(check, seccomp, own.seccompProfile, child(place, 'seccompProfile'));
      }
      const appArmor = annotations[appArmorPrefix + (container.name ?? '')];
      if (appArmor === undefined || spec.os?.name === 'windows' || check.minor < 30) continue;
      // Of a Pod the server takes the annotation for the field where it can.
      const inherited = options.isPod && isAppArmorProfile(appArmor) ? undefined : appArmorProfile;
      const profile = own.appArmorProfile ?? inherited;
      if (profile !== undefined) compare(check, appArmor, profile, child(place, 'appArmorProfile'));
    }
  }
}

function compare(check: Check, annotation: string, profile: Profile, at: FieldPath): void {
  const isSeccomp = at.part === 'seccompProfile';
  const type = child(at, 'type');
  if (profile.type === 'Unconfined') {
    if (annotation !== 'unconfined') differ(check, type);
  } else if (profile.type === 'RuntimeDefault') {
    if (annotation !== 'runtime/default' && !(isSeccomp && annotation === 'docker/default')) differ(check, type);
  } else if (profile.type === 'Localhost') {
    if (!annotation.startsWith('localhost/')) differ(check, type);
    else if (annotation.slice('localhost/'.length) !== profile.localhostProfile)
      differ(check, child(at, 'localhostProfile'));
  }
}

function differ(check: Check, at: FieldPath): void {
  forbidden(check, at, 'must say what the annotation says, or the annotation go');
}

function isAppArmorProfile(annotation: string): boolean {
  if (annotation === 'unconfined' || annotation === 'runtime/default') return true;
  const name = annotation.startsWith('localhost/') ? annotation.slice('localhost/'.length) : '';
  return name !== '' && name.trim() === name && Buffer.byteLength(name) <= 4095;
}

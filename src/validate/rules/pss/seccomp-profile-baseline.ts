import { containersOf, securityContextsOf, step } from '../../../analysis/index.ts';
import { definePodSecurityRule } from '../../pss/control.ts';
import type { Offence } from '../../pss/control.ts';
import type { PodView } from '../../../analysis/index.ts';

export const seccompTypes: readonly string[] = ['RuntimeDefault', 'Localhost'];

export const seccompProfileBaseline = definePodSecurityRule({
  id: 'pss-seccomp-profile-baseline',
  title: 'Seccomp is not switched off for any container.',
  fix: 'Remove the seccomp profile, or use RuntimeDefault or one of the node.',
  aliases: ['monokle/PSS110'],
  control: {
    name: 'seccompProfile_baseline',
    level: 'baseline',
    since: 0,
    replacedSince: 19,
    offences: (pod, minor) => (minor >= 19 ? unsafeSeccompProfiles(pod) : annotations(pod)),
  },
});

/** What is set, and is no allowed profile. */
export function unsafeSeccompProfiles(pod: PodView): readonly Offence[] {
  return securityContextsOf(pod).flatMap(({ context, pointer, container }) => {
    if (context.seccompProfile === undefined) return [];
    const { type = '' } = context.seccompProfile;
    if (seccompTypes.includes(type)) return [];
    return {
      pointer: `${pointer}/seccompProfile/type`,
      messageId: 'forbidden',
      detail: 'is no allowed profile',
      seen: type,
      allowed: seccompTypes.join(', '),
      container,
    };
  });
}

/** Before 1.19 the profile was an annotation. */
function annotations(pod: PodView): readonly Offence[] {
  const ofPod = { name: 'seccomp.security.alpha.kubernetes.io/pod', container: undefined };
  const ofContainers = containersOf(pod).map(({ name }) => ({
    name: `container.seccomp.security.alpha.kubernetes.io/${name}`,
    container: name,
  }));
  return [ofPod, ...ofContainers].flatMap(({ name, container }) => {
    const value = pod.metadata.annotations?.[name];
    if (value === undefined || isAllowed(value)) return [];
    return {
      pointer: `${pod.pointer}/metadata/annotations${step(name)}`,
      messageId: 'forbidden',
      detail: 'names no allowed profile',
      seen: value,
      allowed: 'runtime/default, localhost/<profile>',
      container,
    };
  });
}

function isAllowed(value: string): boolean {
  return value === 'runtime/default' || value === 'docker/default' || value.startsWith('localhost/');
}

import { securityContextsOf, step } from '../../../analysis/index.ts';
import { definePodSecurityRule } from '../../pss/control.ts';
import type { Offence } from '../../pss/control.ts';
import type { PodView } from '../../../analysis/index.ts';

const types = ['RuntimeDefault', 'Localhost'];

const annotationPrefix = 'container.apparmor.security.beta.kubernetes.io/';

export const appArmorProfile = definePodSecurityRule({
  id: 'pss-app-armor-profile',
  title: 'AppArmor is not switched off for any container.',
  fix: 'Remove the AppArmor profile, or use RuntimeDefault or one of the node.',
  aliases: ['monokle/PSS107'],
  control: {
    name: 'appArmorProfile',
    level: 'baseline',
    since: 0,
    offences: (pod) => [...fields(pod), ...annotations(pod)],
  },
});

function fields(pod: PodView): readonly Offence[] {
  return securityContextsOf(pod).flatMap(({ context, pointer, container }) => {
    if (context.appArmorProfile === undefined) return [];
    const { type = '' } = context.appArmorProfile;
    if (types.includes(type)) return [];
    return {
      pointer: `${pointer}/appArmorProfile/type`,
      messageId: 'forbidden',
      detail: 'is no allowed profile',
      seen: type,
      allowed: types.join(', '),
      container,
    };
  });
}

function annotations({ metadata, pointer }: PodView): readonly Offence[] {
  return Object.entries(metadata.annotations ?? {})
    .filter(([name, value]) => name.startsWith(annotationPrefix) && !isAllowed(value))
    .map(([name, value]) => ({
      pointer: `${pointer}/metadata/annotations${step(name)}`,
      messageId: 'forbidden',
      detail: 'names no allowed profile',
      seen: value,
      allowed: 'runtime/default, localhost/<profile>',
      container: name.slice(annotationPrefix.length),
    }));
}

function isAllowed(value: string): boolean {
  return value === '' || value === 'runtime/default' || value.startsWith('localhost/');
}

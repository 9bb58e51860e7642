import { securityContextsOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

const profiles = [
  { field: 'seccompProfile', name: 'seccomp', aliases: ['monokle/PSS110'] },
  { field: 'appArmorProfile', name: 'AppArmor', aliases: ['monokle/PSS107'] },
] as const;

export const unconfinedProfile = defineRule({
  id: 'unconfined-profile',
  set: 'recommended',
  title: 'Neither seccomp nor AppArmor is switched off.',
  fix: 'Use RuntimeDefault, or a profile of the node with `type: Localhost`.',
  severity: 'warning',
  aliases: ['monokle/PSS107', 'monokle/PSS110'],
  restates: ['pss-seccomp-profile-baseline', 'pss-seccomp-profile-restricted', 'pss-app-armor-profile'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { context, pointer, container } of securityContextsOf(pod)) {
      for (const { field, name, aliases } of profiles) {
        if (context[field]?.type !== 'Unconfined') continue;
        report({
          messageId: name.toLowerCase(),
          message: `${container === undefined ? 'the pod' : `container "${container}"`} runs with ${name} switched off`,
          pointer: `${pointer}/${field}/type`,
          seen: 'Unconfined',
          allowed: 'RuntimeDefault, Localhost',
          aliases,
        });
      }
    }
  },
});

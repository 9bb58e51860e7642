import { powers } from '../../../analysis/index.ts';
import { defineRoleRule } from './role-rule.ts';

export const podExecRole = defineRoleRule({
  id: 'pod-exec-role',
  title: 'No role lets its holders run commands in pods.',
  fix: 'Take `pods/exec` and `pods/attach` away, or keep them for a role that is bound for an emergency alone.',
  aliases: ['polaris/clusterrolePodExecAttach', 'polaris/rolePodExecAttach', 'monokle/KBP108'],
  power: powers.exec,
  alsoEverything: true,
});

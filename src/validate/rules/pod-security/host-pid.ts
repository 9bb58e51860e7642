import { defineRule } from '../../rule.ts';

export const hostPid = defineRule({
  id: 'host-pid',
  set: 'recommended',
  title: 'A pod does not see the processes of its node.',
  fix: 'Remove `hostPID`.',
  severity: 'error',
  aliases: ['kube-linter/host-pid', 'polaris/hostPIDSet', 'checkov/CKV_K8S_17'],
  restates: ['pss-host-namespaces'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod?.spec.hostPID !== true) return;
    report({
      messageId: 'shared',
      message: 'the pod sees all processes of its node, their environment and their files',
      pointer: `${pod.pointer}/spec/hostPID`,
      seen: 'true',
      allowed: 'false',
    });
  },
});

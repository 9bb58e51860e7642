import { defineRule } from '../../rule.ts';

export const hostIpc = defineRule({
  id: 'host-ipc',
  set: 'recommended',
  title: 'A pod does not share memory with the processes of its node.',
  fix: 'Remove `hostIPC`; an `emptyDir` with `medium: Memory` shares memory between the containers of a pod.',
  severity: 'error',
  aliases: ['kube-linter/host-ipc', 'polaris/hostIPCSet', 'checkov/CKV_K8S_18'],
  restates: ['pss-host-namespaces'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod?.spec.hostIPC !== true) return;
    report({
      messageId: 'shared',
      message: 'the pod shares memory and semaphores with the processes of its node',
      pointer: `${pod.pointer}/spec/hostIPC`,
      seen: 'true',
      allowed: 'false',
    });
  },
});

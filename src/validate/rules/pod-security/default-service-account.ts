import { defineRule } from '../../rule.ts';

export const defaultServiceAccount = defineRule({
  id: 'default-service-account',
  set: 'strict',
  title: 'Pods have a service account of their own.',
  fix: 'Create a ServiceAccount for the workload, and name it in `serviceAccountName`.',
  severity: 'warning',
  aliases: ['kube-linter/default-service-account', 'checkov/CKV_K8S_41'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    const { serviceAccountName, serviceAccount } = pod.spec;
    const name = serviceAccountName || serviceAccount;
    if (name !== undefined && name !== '' && name !== 'default') return;
    report({
      messageId: 'default',
      message: 'the pod runs as service account "default", as does every pod of its namespace that names none',
      pointer: `${pod.pointer}/spec/serviceAccountName`,
      ...(name === undefined || name === '' ? {} : { seen: name }),
    });
  },
});

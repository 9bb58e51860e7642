import { defineRule } from '../../rule.ts';

export const deprecatedServiceAccount = defineRule({
  id: 'deprecated-service-account',
  set: 'recommended',
  title: 'Pods name their service account in `serviceAccountName`.',
  fix: 'Rename `serviceAccount` to `serviceAccountName`.',
  severity: 'warning',
  aliases: ['kube-linter/deprecated-service-account-field'],
  kinds: 'pod-template',
  check({ pod }, report) {
    const { serviceAccount = '', serviceAccountName = '' } = pod?.spec ?? {};
    // What an API server gives back has both, and they are equal.
    if (pod === undefined || serviceAccount === '' || serviceAccount === serviceAccountName) return;
    report({
      messageId: serviceAccountName === '' ? 'deprecated' : 'different',
      message:
        serviceAccountName === ''
          ? 'serviceAccount is a deprecated name of serviceAccountName'
          : `serviceAccount says "${serviceAccount}", but serviceAccountName says "${serviceAccountName}", and that holds`,
      pointer: `${pod.pointer}/spec/serviceAccount`,
      seen: serviceAccount,
      atKey: true,
    });
  },
});

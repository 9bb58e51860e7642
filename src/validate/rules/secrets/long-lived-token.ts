import type { Secret } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';

export const longLivedToken = defineRule({
  id: 'long-lived-token',
  set: 'strict',
  title: 'No Secret asks for a token of a service account that never ends.',
  fix: 'Let pods use their projected token, and people and machines `kubectl create token` or a federated identity.',
  severity: 'warning',
  kinds: ['/Secret'],
  check({ decoded }, report) {
    const { type } = decoded.object as Secret;
    if (type !== 'kubernetes.io/service-account-token') return;
    report({
      messageId: 'asked',
      message: 'the cluster fills this Secret with a token that is good until the Secret or the account is deleted',
      pointer: '/type',
      seen: type,
    });
  },
});

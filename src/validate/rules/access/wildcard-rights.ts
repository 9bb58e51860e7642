import { isDefaultRole } from '../../../analysis/index.ts';
import type { ClusterRole } from '../../../schema/types/rbac-v1.ts';
import { defineRule } from '../../rule.ts';
import { roleKinds } from './role-rule.ts';

const lists = ['apiGroups', 'resources', 'verbs'] as const;

export const wildcardRights = defineRule({
  id: 'wildcard-rights',
  set: 'strict',
  title: 'Roles name groups, resources and verbs instead of `*`.',
  fix: 'Write out the API groups, resources and verbs: what the next version of a controller or of Kubernetes brings is not yet known.',
  severity: 'warning',
  aliases: ['kube-linter/wildcard-in-rules', 'checkov/CKV_K8S_49'],
  kinds: roleKinds,
  check(view, report) {
    if (view.apiVersion !== 'rbac.authorization.k8s.io/v1' || isDefaultRole(view.ref.name)) return;
    for (const [at, rule] of ((view.decoded.object as ClusterRole).rules ?? []).entries()) {
      for (const list of lists) {
        const place = rule[list]?.indexOf('*') ?? -1;
        if (place < 0) continue;
        report({
          messageId: list,
          message: `${view.ref.kind} ${view.ref.name} allows every ${one[list]}, also those to come`,
          pointer: `/rules/${at}/${list}/${place}`,
          seen: '*',
        });
      }
    }
  },
});

const one = { apiGroups: 'API group', resources: 'resource', verbs: 'verb' } as const;

import { powers, rulesWith } from '../../../analysis/index.ts';
import type { GrantedRule, PowerName } from '../../../analysis/index.ts';
import type { ClusterRole } from '../../../schema/types/rbac-v1.ts';
import { defineRule } from '../../rule.ts';
import { seenIn } from './role-rule.ts';

const label = 'rbac.authorization.k8s.io/aggregate-to-';
const escalation = ['everything', 'escalate', 'bind', 'nodesProxy', 'approve', 'webhooks'] as const;
/** What holders of Kubernetes' own roles do not have, and should not get on the quiet. */
const forbidden: Readonly<Record<string, readonly PowerName[]>> = {
  admin: escalation,
  edit: escalation,
  view: [...escalation, 'impersonate', 'tokens', 'readSecrets', 'exec', 'pods', 'baseline'],
};

export const aggregatedRights = defineRule({
  id: 'aggregated-rights',
  set: 'recommended',
  title: 'No ClusterRole adds rights to `admin`, `edit` or `view` that lead out of a namespace or read its Secrets.',
  fix: 'Take the label away, and bind the ClusterRole to those who need it.',
  severity: 'error',
  kinds: ['rbac.authorization.k8s.io/ClusterRole'],
  check(view, report) {
    if (view.apiVersion !== 'rbac.authorization.k8s.io/v1' || view.ref.name.startsWith('system:')) return;
    const { metadata, rules = [] } = view.decoded.object as ClusterRole;
    const own = rules.map((rule, at): GrantedRule => ({ rule, role: undefined, pointer: `/rules/${at}` }));
    for (const [role, names] of Object.entries(forbidden)) {
      if (metadata?.labels?.[`${label}${role}`] !== 'true') continue;
      for (const name of names) {
        const [first] = rulesWith(powers[name], own);
        if (first === undefined) continue;
        report({
          messageId: role,
          message: `ClusterRole ${view.ref.name} lets everybody who is bound to ${role} ${powers[name].what}`,
          pointer: first.pointer,
          seen: seenIn(first.rule),
        });
        break;
      }
    }
  },
});

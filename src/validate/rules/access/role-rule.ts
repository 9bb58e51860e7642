import { isDefaultRole, rulesWith } from '../../../analysis/index.ts';
import type { GrantedRule, Power } from '../../../analysis/index.ts';
import type { ClusterRole } from '../../../schema/types/rbac-v1.ts';
import { defineRule } from '../../rule.ts';
import type { ObjectRule, RuleMetadata } from '../../rule.ts';

export const roleKinds: readonly string[] = ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'];
export const bindingKinds: readonly string[] = [
  'rbac.authorization.k8s.io/RoleBinding',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
];

/** A rule about roles that give a power, whoever is bound to them. Roles that Kubernetes itself makes are left alone. */
export function defineRoleRule(
  metadata: Omit<RuleMetadata, 'set' | 'severity'> & {
    readonly power: Power;
    /** A rule that allows everything gives every power; `wildcard-rights` says so once. */
    readonly alsoEverything?: true;
  },
): ObjectRule {
  const { power, alsoEverything, ...rest } = metadata;
  return defineRule({
    ...rest,
    set: 'strict',
    severity: 'warning',
    kinds: roleKinds,
    check(view, report) {
      if (view.apiVersion !== 'rbac.authorization.k8s.io/v1' || isDefaultRole(view.ref.name)) return;
      const { rules = [] } = view.decoded.object as ClusterRole;
      const own = rules.map((rule, at): GrantedRule => ({ rule, role: undefined, pointer: `/rules/${at}` }));
      for (const { rule, pointer } of rulesWith(power, own)) {
        if (alsoEverything !== true && isEverything(rule)) continue;
        report({
          messageId: 'gives',
          message: `whoever is bound to ${view.ref.kind} ${view.ref.name} may ${power.what}`,
          pointer,
          seen: seenIn(rule),
        });
      }
    },
  });
}

function isEverything({ apiGroups = [], resources = [], verbs = [] }: GrantedRule['rule']): boolean {
  return [apiGroups, resources, verbs].every((list) => list.includes('*'));
}

/** `get, list on secrets` */
export function seenIn({ verbs = [], resources = [] }: GrantedRule['rule']): string {
  return `${verbs.join(', ')} on ${resources.join(', ')}`;
}

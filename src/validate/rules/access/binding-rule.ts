import { grantsOf, isDefaultRole, nameOf, rulesWith } from '../../../analysis/index.ts';
import type { Grant, Power } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import type { RuleMetadata, SetRule } from '../../rule.ts';
import { bindingKinds, seenIn } from './role-rule.ts';

/** A rule about bindings that give a power to somebody, by any role of the set or of every API server. */
export function defineBindingRule(
  metadata: Omit<RuleMetadata, 'set' | 'severity'> & {
    readonly power: Power;
    /** Roles that another rule speaks of. */
    readonly except?: (grant: Grant) => boolean;
  },
): SetRule {
  const { power, except = () => false, ...rest } = metadata;
  return defineRule({
    ...rest,
    set: 'strict',
    severity: 'warning',
    kinds: bindingKinds,
    checkSet(world, report) {
      for (const grant of grantsOf(world)) {
        const { binding, role, rights } = grant;
        if (grant.subjects.length === 0 || isDefaultBinding(grant) || except(grant)) continue;
        const [first] = rulesWith(power, rights?.rules ?? []);
        if (first === undefined) continue;
        report(binding, {
          messageId: 'gives',
          message: `${whoOf(grant)} may ${power.what}${whereOf(grant)}: ${role.kind} ${role.name} allows ${seenIn(first.rule)}`,
          pointer: '/roleRef',
          seen: `${role.kind} ${role.name}`,
          ...(first.role === undefined ? {} : { related: [{ object: first.role, pointer: first.pointer }] }),
        });
      }
    },
  });
}

/** Bindings that every API server makes itself. */
export function isDefaultBinding({ binding: { ref }, role, subjects }: Grant): boolean {
  if (ref.name.startsWith('system:')) return true;
  const [only, ...others] = subjects;
  return (
    ref.name === 'cluster-admin' &&
    isDefaultRole(role.name) &&
    others.length === 0 &&
    only?.subject.name === 'system:masters'
  );
}

/** `Group a`, `Group a and 2 more` */
export function whoOf({ subjects }: Grant): string {
  const [first, ...others] = subjects;
  if (first === undefined) return 'nobody';
  return `${nameOf(first.subject)}${others.length === 0 ? '' : ` and ${others.length} more`}`;
}

export function whereOf({ binding: { ref } }: Grant): string {
  if (ref.kind === 'ClusterRoleBinding') return ' in the whole cluster';
  return ref.namespace === undefined ? '' : ` in namespace ${ref.namespace}`;
}

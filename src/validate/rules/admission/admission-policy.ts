import type { SetObject } from '../../../analysis/index.ts';
import type { Severity } from '../../../kernel/index.ts';
import type {
  ValidatingAdmissionPolicyBindingSpec,
  ValidatingAdmissionPolicySpec,
} from '../../../schema/types/admissionregistration-v1.ts';
import { isOwnRule, policyBindings, policyKind } from '../../admission/bound-policies.ts';
import { judgeSet } from '../../admission/judge-set.ts';
import { pointerOf } from '../../admission/pointer-of.ts';
import { defineRule } from '../../rule.ts';

const severities: readonly (readonly [string, Severity])[] = [
  ['Deny', 'error'],
  ['Warn', 'warning'],
  ['Audit', 'info'],
];

export const admissionPolicyRule = defineRule({
  id: 'admission-policy',
  set: 'admission',
  title: 'An object passes the ValidatingAdmissionPolicies that are delivered with it.',
  fix: 'Change the object so that the policy takes it, or the policy or its binding so that it leaves the object alone.',
  severity: 'error',
  kinds: [policyKind],
  checkSet(world, report, leaveOut) {
    const bindings = world.view(policyBindings);
    for (const policy of world.ofKind(policyKind)) {
      if (isOwnRule(policy, world)) continue;
      const bound = bindings.get(policy.ref.name) ?? [];
      const spec = (policy.object['spec'] ?? {}) as ValidatingAdmissionPolicySpec;
      const judged = judgeSet(world, spec, bound.map(specOf));
      const unknown = new Map<string, number>();
      for (const [at, binding] of bound.entries()) {
        const actions = specOf(binding).validationActions ?? [];
        const severity = severities.find(([action]) => actions.includes(action))?.[1] ?? 'info';
        for (const { of, denials, unknown: reasons } of judged[at] ?? []) {
          const { group, version, kind } = of.object.ref;
          if (of.doubt !== undefined) leaveOut(of.doubt, `${group === '' ? version : `${group}/${version}`}/${kind}`);
          if (of.doubt === 'schema-missing') continue;
          for (const reason of new Set(reasons)) unknown.set(reason, (unknown.get(reason) ?? 0) + 1);
          for (const { validation, message, isError } of denials) {
            const expression = spec.validations?.[validation ?? -1]?.expression ?? '';
            report(of.object, {
              messageId: isError ? 'error' : 'denied',
              message: `ValidatingAdmissionPolicy ${policy.ref.name}, bound by ${binding.ref.name}: ${message}`,
              pointer: pointerOf(expression, of.object.object),
              severity,
              related: [{ object: policy, ...placeOf(validation) }, { object: binding }],
            });
          }
        }
      }
      for (const [reason, count] of unknown) {
        leaveOut('cel-unsupported', `ValidatingAdmissionPolicy ${policy.ref.name}`);
        report(policy, {
          messageId: 'not-checked',
          message: `whether ${count === 1 ? 'one object passes' : `${count} objects pass`} the policy was not checked: ${reason}`,
          pointer: '/spec',
          severity: 'info',
          fix: 'Ask a cluster that has the policy: `kubectl apply --dry-run=server`.',
        });
      }
    }
  },
});

function specOf({ object }: SetObject): ValidatingAdmissionPolicyBindingSpec {
  return object['spec'] ?? {};
}

function placeOf(validation: number | undefined): { readonly pointer?: string } {
  return validation === undefined ? {} : { pointer: `/spec/validations/${validation}` };
}

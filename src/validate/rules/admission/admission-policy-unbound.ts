import { policyBindings, policyKind } from '../../admission/bound-policies.ts';
import { defineRule } from '../../rule.ts';

export const admissionPolicyUnbound = defineRule({
  id: 'admission-policy-unbound',
  set: 'strict',
  title: 'A ValidatingAdmissionPolicy has a binding.',
  fix: 'Deliver a ValidatingAdmissionPolicyBinding with the policy, or remove the policy.',
  severity: 'info',
  kinds: [policyKind],
  checkSet(world, report) {
    const bindings = world.view(policyBindings);
    for (const policy of world.ofKind(policyKind)) {
      if (bindings.has(policy.ref.name)) continue;
      report(policy, {
        messageId: 'unbound',
        message: `nothing binds ValidatingAdmissionPolicy ${policy.ref.name}: no object is held against it`,
        pointer: '/metadata/name',
        seen: policy.ref.name,
      });
    }
  },
});

import type { SetObject, World } from '../../analysis/index.ts';

const group = 'admissionregistration.k8s.io';
export const policyKind = `${group}/ValidatingAdmissionPolicy`;
export const bindingKind = `${group}/ValidatingAdmissionPolicyBinding`;

/** Says that a policy was rendered from an admission rule of the organisation's own. */
export const ruleAnnotation = 'keelson.dev/admission-rule';

/** For `world.view`: bindings by the name of their policy. */
export function policyBindings(world: World): ReadonlyMap<string, readonly SetObject[]> {
  const bindings = new Map<string, SetObject[]>();
  for (const binding of world.ofKind(bindingKind)) {
    const { policyName = '' } = (binding.object['spec'] ?? {}) as { readonly policyName?: string };
    const others = bindings.get(policyName);
    if (others === undefined) bindings.set(policyName, [binding]);
    else others.push(binding);
  }
  return bindings;
}

/** Whether a rule of the fleet's own says what the policy says: then the rule is asked, not the policy. */
export function isOwnRule({ annotations }: SetObject, { facts }: World): boolean {
  const id = annotations[ruleAnnotation];
  return id !== undefined && facts?.fleet.policy.admissionRules.some((rule) => rule.id === id) === true;
}

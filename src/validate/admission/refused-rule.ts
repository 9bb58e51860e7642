import type { AdmissionRule } from '../../model/types.ts';
import { tabledMinors } from '../../schema/index.ts';
import { judge } from '../judge.ts';
import { builtInRules } from '../rules/index.ts';
import { policyOf } from './policy-of.ts';

const asked: ReadonlySet<string> = new Set(['field-types', 'known-fields', 'valid-validating-admission-policy']);

/**
 * Why a server would refuse the policy that an admission rule is: an expression that does not compile, for one. Asked of the newest
 * version that is known: what an older one does not have yet is for the clusters to say.
 */
export function whyRefused(rule: AdmissionRule): readonly string[] {
  const [, minor] = tabledMinors();
  const policy = {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name: 'rule' },
    spec: policyOf(rule),
  };
  const rules = builtInRules.filter(({ id }) => asked.has(id));
  const { findings } = judge([{ path: rule.id, text: JSON.stringify(policy) }], { target: { minor }, rules });
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message.replace(/^spec\./, '').replace(/^matchConstraints\b/, 'match'));
}

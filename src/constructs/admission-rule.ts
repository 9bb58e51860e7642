import type { Construct } from 'constructs';
import type { AdmissionResources, AdmissionRuleDeclaration } from '../model/types.ts';
import { ValidatingAdmissionPolicy, ValidatingAdmissionPolicyBinding } from './admission-policy.ts';
import type { AdmissionResourceRule } from './admission-policy.ts';

/** `keelson validate` asks the rule itself, and passes over the policy that was made of it. */
const ruleAnnotation = 'keelson.dev/admission-rule';

export interface AdmissionPolicyOptions {
  /** Of the policy and its binding; default: the rule's id. */
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** The policy and the binding by which a cluster keeps to a rule of `defineAdmissionRule`. */
export function admissionPolicy(
  scope: Construct,
  { value: rule }: { readonly value: AdmissionRuleDeclaration },
  { name = rule.id, labels }: AdmissionPolicyOptions = {},
): void {
  const metadata = { name, ...(labels === undefined ? {} : { labels }) };
  const { resourceRules, excludeResourceRules, ...selectors } = rule.match;
  new ValidatingAdmissionPolicy(scope, `${rule.id}-policy`, {
    metadata: { ...metadata, annotations: { [ruleAnnotation]: rule.id } },
    spec: {
      failurePolicy: 'Fail',
      matchConstraints: {
        ...selectors,
        resourceRules: resourceRules.map(resourceRule),
        ...(excludeResourceRules === undefined ? {} : { excludeResourceRules: excludeResourceRules.map(resourceRule) }),
      },
      ...(rule.matchConditions === undefined ? {} : { matchConditions: rule.matchConditions }),
      ...(rule.variables === undefined ? {} : { variables: rule.variables }),
      validations: rule.validations,
    },
  });
  new ValidatingAdmissionPolicyBinding(scope, `${rule.id}-binding`, {
    metadata,
    spec: { policyName: name, validationActions: rule.actions ?? ['Deny'] },
  });
}

function resourceRule({ operations, scope, ...rule }: AdmissionResources): AdmissionResourceRule {
  return { ...rule, operations: operations ?? ['CREATE', 'UPDATE'], scope: scope ?? '*' };
}

import type { AdmissionResources, AdmissionRuleDeclaration } from '../../model/types.ts';
import type {
  NamedRuleWithOperations,
  ValidatingAdmissionPolicySpec,
} from '../../schema/types/admissionregistration-v1.ts';

/** The policy that an admission rule is on a cluster. */
export function policyOf(rule: AdmissionRuleDeclaration): ValidatingAdmissionPolicySpec {
  const { resourceRules, excludeResourceRules, ...selectors } = rule.match;
  return {
    failurePolicy: 'Fail',
    matchConstraints: {
      ...selectors,
      resourceRules: resourceRules.map(resourcesOf),
      ...(excludeResourceRules === undefined ? {} : { excludeResourceRules: excludeResourceRules.map(resourcesOf) }),
    },
    ...(rule.matchConditions === undefined ? {} : { matchConditions: rule.matchConditions }),
    ...(rule.variables === undefined ? {} : { variables: rule.variables }),
    validations: rule.validations,
  };
}

function resourcesOf(rule: AdmissionResources): NamedRuleWithOperations {
  return { operations: ['CREATE', 'UPDATE'], ...rule };
}

import type {
  MatchCondition,
  MatchResources,
  ParamKind,
  ValidatingAdmissionPolicySpec,
} from '../../schema/types/admissionregistration-v1.ts';
import { required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { sameValue } from '../same-value.ts';
import { checkOneOf } from '../text-field.ts';
import { isUnchanged, validateMatchConditions } from './match-conditions.ts';
import { validateMatchResources } from './match-resources.ts';
import { validateParamKind } from './params.ts';
import { failurePolicies } from './policies.ts';

export interface PolicyFrame {
  readonly failurePolicy?: string;
  readonly paramKind?: ParamKind;
  readonly matchConstraints?: MatchResources;
  readonly matchConditions?: readonly MatchCondition[];
  readonly variables?: ValidatingAdmissionPolicySpec['variables'];
}

/** What validating and mutating policies share: when they are asked. */
export function validatePolicyFrame(
  check: Check,
  spec: PolicyFrame,
  old: PolicyFrame | undefined,
  at: FieldPath,
): void {
  checkOneOf(check, child(at, 'failurePolicy'), spec.failurePolicy ?? 'Fail', failurePolicies);
  if (spec.paramKind !== undefined) validateParamKind(check, spec.paramKind, child(at, 'paramKind'));
  const constraints = child(at, 'matchConstraints');
  if (spec.matchConstraints === undefined) required(check, constraints);
  else {
    validateMatchResources(check, spec.matchConstraints, constraints);
    if ((spec.matchConstraints.resourceRules ?? []).length === 0) required(check, child(constraints, 'resourceRules'));
  }
  const isKept =
    old !== undefined &&
    sameValue(spec.paramKind, old.paramKind) &&
    isUnchanged(spec.matchConditions, old.matchConditions);
  if (isKept) return;
  const rules = { params: spec.paramKind !== undefined, old: old?.matchConditions ?? [] };
  validateMatchConditions(check, spec.matchConditions, child(at, 'matchConditions'), rules);
}

import { qualifiedName } from '../../formats/index.ts';
import type {
  JobSpec,
  PodFailurePolicyOnExitCodesRequirement,
  PodFailurePolicyRule,
} from '../../schema/types/batch-v1.ts';
import { duplicate, invalid, notSupported, required, tooMany } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkOneOf, checkText } from '../text-field.ts';

const mostRules = 20;
const mostCodes = 255;
const mostPatterns = 20;

export function validatePodFailurePolicy(check: Check, spec: JobSpec, at: FieldPath): void {
  const rules = spec.podFailurePolicy?.rules ?? [];
  if (rules.length > mostRules) tooMany(check, child(at, 'rules'), rules.length, mostRules);
  const { containers = [], initContainers = [] } = spec.template?.spec ?? {};
  const names = new Set([...containers, ...initContainers].map(({ name }) => name ?? ''));
  for (const [position, rule] of rules.entries())
    validateRule(check, spec, rule, names, index(child(at, 'rules'), position));
}

function validateRule(
  check: Check,
  spec: JobSpec,
  { action = '', onExitCodes, onPodConditions = [] }: PodFailurePolicyRule,
  containers: ReadonlySet<string>,
  at: FieldPath,
): void {
  const actionAt = child(at, 'action');
  const actions = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
  if (action === '') required(check, actionAt);
  else if (!actions.includes(action)) notSupported(check, actionAt, action, actions);
  else if (action === 'FailIndex' && spec.backoffLimitPerIndex === undefined) {
    invalid(check, actionAt, action, 'needs a backoffLimitPerIndex');
  }
  if (onExitCodes !== undefined) validateExitCodes(check, onExitCodes, containers, child(at, 'onExitCodes'));
  const patternsAt = child(at, 'onPodConditions');
  if (onPodConditions.length > mostPatterns) tooMany(check, patternsAt, onPodConditions.length, mostPatterns);
  for (const [position, { type = '', status = '' }] of onPodConditions.entries()) {
    const patternAt = index(patternsAt, position);
    checkText(check, child(patternAt, 'type'), type, qualifiedName);
    if (status !== '') checkOneOf(check, child(patternAt, 'status'), status, ['False', 'True', 'Unknown']);
  }
  if ((onExitCodes === undefined) === (onPodConditions.length === 0)) {
    invalid(check, at, undefined, 'must have either onExitCodes or onPodConditions');
  }
}

function validateExitCodes(
  check: Check,
  { containerName, operator = '', values = [] }: PodFailurePolicyOnExitCodesRequirement,
  containers: ReadonlySet<string>,
  at: FieldPath,
): void {
  const operatorAt = child(at, 'operator');
  if (operator === '') required(check, operatorAt);
  else checkOneOf(check, operatorAt, operator, ['In', 'NotIn']);
  if (containerName !== undefined && !containers.has(containerName)) {
    invalid(check, child(at, 'containerName'), containerName, 'must be a container of the template');
  }
  const valuesAt = child(at, 'values');
  if (values.length === 0) invalid(check, valuesAt, values, 'must have a value');
  if (values.length > mostCodes) tooMany(check, valuesAt, values.length, mostCodes);
  for (const [position, value] of values.entries()) {
    const valueAt = index(valuesAt, position);
    if (operator === 'In' && value === 0) invalid(check, valueAt, value, 'may not be 0 for In');
    if (values.indexOf(value) < position) duplicate(check, valueAt, value);
  }
  if (values.some((value, position) => value < (values[position - 1] ?? value))) {
    invalid(check, valuesAt, values, 'must be in rising order');
  }
}

import type { Container, ContainerRestartRule } from '../../schema/types/core-v1.ts';
import { forbidden, notSupported, required, tooLong, tooMany } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { enabledSince } from './gates.ts';

const policies = ['Always', 'Never', 'OnFailure'];

const operators = ['In', 'NotIn'];

/** A regular container's own restart policy and rules. Kubernetes 1.34 drops both, older versions allow none. */
export function validateContainerRestartPolicy(check: Check, container: Container, at: FieldPath): void {
  if (check.minor >= enabledSince.restartRules) validatePolicy(check, container, at);
  else if (check.minor < 34 && container.restartPolicy !== undefined) {
    forbidden(check, child(at, 'restartPolicy'), 'is for init containers only');
  }
}

/** `Always` makes an init container a sidecar. */
export function validateInitContainerRestartPolicy(check: Check, container: Container, at: FieldPath): void {
  const { restartPolicy, restartPolicyRules = [] } = container;
  if (check.minor >= enabledSince.restartRules) {
    if (restartPolicy !== 'Always' || check.minor >= enabledSince.restartAllContainers) {
      validatePolicy(check, container, at);
    } else if (restartPolicyRules.length > 0) {
      forbidden(check, child(at, 'restartPolicyRules'), 'a container that always restarts has no rules');
    }
    return;
  }
  if (check.minor === 34 || check.minor < enabledSince.sidecars) return;
  if (restartPolicy !== undefined && restartPolicy !== 'Always') {
    notSupported(check, child(at, 'restartPolicy'), restartPolicy, ['Always']);
  }
}

export function isSidecar(check: Check, container: Container): boolean {
  return container.restartPolicy === 'Always' && check.minor >= enabledSince.sidecars;
}

function validatePolicy(check: Check, container: Container, at: FieldPath): void {
  const { restartPolicy, restartPolicyRules = [] } = container;
  if (restartPolicy !== undefined) {
    if (!policies.includes(restartPolicy)) notSupported(check, child(at, 'restartPolicy'), restartPolicy, policies);
  } else if (restartPolicyRules.length > 0) {
    required(check, child(at, 'restartPolicy'), 'must be set beside restartPolicyRules');
  }
  const list = child(at, 'restartPolicyRules');
  limit(check, restartPolicyRules.length, 20, list);
  for (const [position, rule] of restartPolicyRules.entries()) validateRule(check, rule, index(list, position));
}

function validateRule(check: Check, rule: ContainerRestartRule, at: FieldPath): void {
  const { action = '', exitCodes } = rule;
  const actions = check.minor >= enabledSince.restartAllContainers ? ['Restart', 'RestartAllContainers'] : ['Restart'];
  if (!actions.includes(action)) notSupported(check, child(at, 'action'), action, actions);
  if (exitCodes === undefined) {
    required(check, child(at, 'exitCodes'));
    return;
  }
  const { operator = '', values = [] } = exitCodes;
  const place = child(at, 'exitCodes');
  if (!operators.includes(operator)) notSupported(check, child(place, 'operator'), operator, operators);
  limit(check, values.length, 255, child(place, 'values'));
}

/** Kubernetes 1.35 calls a list with too many items too long. */
function limit(check: Check, length: number, maximum: number, at: FieldPath): void {
  if (length <= maximum) return;
  if (check.minor >= 36) tooMany(check, at, length, maximum);
  else tooLong(check, at, maximum);
}

import type { EphemeralContainer } from '../../schema/types/core-v1.ts';
import { duplicate, forbidden, notFound } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateContainer } from './container.ts';
import type { ContainerContext } from './container.ts';
import { enabledSince } from './gates.ts';
import { keptLifecycle } from './lifecycle.ts';

/** What a container that joins a running pod for a while may not have. */
const refused = ['ports', 'resources', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

const subPaths = ['subPath', 'subPathExpr'] as const;

export function validateEphemeralContainers(
  check: Check,
  containers: readonly EphemeralContainer[],
  at: FieldPath,
  context: ContainerContext,
): void {
  const { spec } = context;
  const others = new Set([...(spec.containers ?? []), ...(spec.initContainers ?? [])].map(({ name = '' }) => name));
  const names = new Set(others);
  for (const [position, container] of containers.entries()) {
    const place = index(at, position);
    const { name = '', targetContainerName: target = '' } = container;
    validateContainer(check, container, place, 'ephemeralContainers', context);
    if (names.has(name)) duplicate(check, child(place, 'name'), name);
    names.add(name);
    if (target !== '' && !others.has(target)) notFound(check, child(place, 'targetContainerName'), target);
    validateFields(check, container, place);
  }
}

function validateFields(check: Check, container: EphemeralContainer, at: FieldPath): void {
  const refuse = (field: string) => forbidden(check, child(at, field), 'is not for ephemeral containers');
  for (const field of refused) if (isSet(container[field])) refuse(field);
  if (keptLifecycle(check, container) !== undefined) refuse('lifecycle');
  if (check.minor >= enabledSince.resizePolicy && isSet(container.resizePolicy)) refuse('resizePolicy');
  // Kubernetes 1.34 drops both.
  if (check.minor !== 34 && container.restartPolicy !== undefined) refuse('restartPolicy');
  if (check.minor >= enabledSince.restartRules && isSet(container.restartPolicyRules)) refuse('restartPolicyRules');
  for (const [position, mount] of (container.volumeMounts ?? []).entries()) {
    for (const field of subPaths) {
      if ((mount[field] ?? '') === '') continue;
      const place = child(index(child(at, 'volumeMounts'), position), field);
      forbidden(check, place, 'is not for ephemeral containers');
    }
  }
}

/** An empty list is no list once the server has read it; an empty object is none only where it is no pointer: `resources`. */
function isSet(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

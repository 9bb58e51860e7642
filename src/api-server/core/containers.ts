import type { Container, PodSpec } from '../../schema/types/core-v1.ts';
import { duplicate, forbidden, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateContainer } from './container.ts';
import type { ContainerContext } from './container.ts';
import { validateHostNetworkPorts, validateHostPorts } from './container-ports.ts';
import {
  isSidecar,
  validateContainerRestartPolicy,
  validateInitContainerRestartPolicy,
} from './container-restart-policy.ts';
import { validateContainersOfPod } from './containers-of-pod.ts';
import { validateEphemeralContainers } from './ephemeral-containers.ts';
import { keptLifecycle, validateLifecycle } from './lifecycle.ts';
import type { ContainerOptions } from './pod-options.ts';
import { validateProbes } from './probes.ts';
import { validateInitResizePolicy } from './resize-policy.ts';

/**
 * Everything about the containers of a pod spec, at whose path `at` points: each of the three lists, names and host ports across
 * them, and what the pod's network, users and operating system mean for its containers. Not whether ephemeral containers may
 * stand here at all: that differs between a pod and a template.
 */
export function validateContainers(check: Check, spec: PodSpec, at: FieldPath, options: ContainerOptions): void {
  const context = contextOf(check, spec, options);
  validateRegular(check, spec.containers ?? [], child(at, 'containers'), context);
  validateInit(check, spec.initContainers ?? [], child(at, 'initContainers'), context);
  validateEphemeralContainers(check, spec.ephemeralContainers ?? [], child(at, 'ephemeralContainers'), context);
  validateContainersOfPod(check, spec, at);
}

function contextOf(check: Check, spec: PodSpec, options: ContainerOptions): ContainerContext {
  const claims = (spec.resourceClaims ?? []).map(({ name = '' }) => name).filter((name) => name !== '');
  return {
    ...options,
    spec,
    restartPolicy: spec.restartPolicy ?? 'Always',
    gracePeriod: spec.terminationGracePeriodSeconds ?? 30,
    hostUsers: spec.hostUsers !== false,
    claims: new Set(claims),
    // Before 1.28 the server did so in templates, too.
    hostPortsDefaulted: spec.hostNetwork === true && (options.isPod || check.minor < 28),
  };
}

function validateRegular(
  check: Check,
  containers: readonly Container[],
  at: FieldPath,
  context: ContainerContext,
): void {
  if (containers.length === 0) {
    required(check, at, 'must have at least one container');
    return;
  }
  const names = new Set<string>();
  for (const [position, container] of containers.entries()) {
    const place = index(at, position);
    validateContainer(check, container, place, 'containers', context);
    const { name = '' } = container;
    if (names.has(name)) duplicate(check, child(place, 'name'), name);
    names.add(name);
    const lifecycle = keptLifecycle(check, container);
    if (lifecycle !== undefined) validateLifecycle(check, lifecycle, child(place, 'lifecycle'), context);
    validateProbes(check, container, place, context);
    validateContainerRestartPolicy(check, container, place);
  }
  validateHostPorts(check, containers, at, context);
  if (context.spec.hostNetwork === true) validateHostNetworkPorts(check, containers, at, context);
}

const running = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

function validateInit(check: Check, containers: readonly Container[], at: FieldPath, context: ContainerContext): void {
  const names = new Set((context.spec.containers ?? []).map(({ name = '' }) => name));
  for (const [position, container] of containers.entries()) {
    const place = index(at, position);
    validateContainer(check, container, place, 'initContainers', context);
    validateInitContainerRestartPolicy(check, container, place);
    const { name = '' } = container;
    if (names.has(name)) duplicate(check, child(place, 'name'), name);
    else if (name !== '') names.add(name);
    // One by one, as they run one after the other; the server names the first of the list, whichever it is.
    validateHostPorts(check, [container], at, context);
    const lifecycle = keptLifecycle(check, container);
    if (isSidecar(check, container)) {
      if (lifecycle !== undefined) validateLifecycle(check, lifecycle, child(place, 'lifecycle'), context);
      validateProbes(check, container, place, context);
      continue;
    }
    const seen = { ...container, lifecycle };
    for (const field of running) {
      if (seen[field] !== undefined) forbidden(check, child(place, field), 'is for containers and sidecars only');
    }
    validateInitResizePolicy(check, container.resizePolicy ?? [], child(place, 'resizePolicy'));
  }
}

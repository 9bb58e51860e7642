import type { Container, PodSpec } from '../../schema/types/core-v1.ts';
import { dns1123Label } from '../../formats/index.ts';
import { invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateContainerPorts } from './container-ports.ts';
import { validateContainerSecurityContext } from './container-security-context.ts';
import { validateEnv, validateEnvFrom } from './env.ts';
import { expectFormat } from './expect-format.ts';
import { enabledSince } from './gates.ts';
import type { ContainerOptions } from './pod-options.ts';
import { validateResizePolicy } from './resize-policy.ts';
import { validateContainerResourceName, validateResourceRequirements } from './resources.ts';
import { validateVolumeDevices, validateVolumeMounts } from './volume-mounts.ts';

export type ContainerList = 'containers' | 'initContainers' | 'ephemeralContainers';

/** What containers are judged by, read from their pod spec once. */
export interface ContainerContext extends ContainerOptions {
  readonly spec: PodSpec;
  readonly restartPolicy: string;
  readonly gracePeriod: number | bigint;
  readonly hostUsers: boolean;
  readonly claims: ReadonlySet<string>;
  readonly hostPortsDefaulted: boolean;
}

const terminationMessagePolicies = ['File', 'FallbackToLogsOnError'];

const pullPolicies = ['Always', 'IfNotPresent', 'Never'];

/** What holds for every container of any list. */
export function validateContainer(
  check: Check,
  container: Container,
  at: FieldPath,
  list: ContainerList,
  context: ContainerContext,
): void {
  const { name = '', image = '', securityContext } = container;
  if (name === '') required(check, child(at, 'name'));
  else expectFormat(check, child(at, 'name'), name, dns1123Label(name));
  if (image === '') required(check, child(at, 'image'));
  if (image.trim() !== image && (context.isPod || list === 'ephemeralContainers')) {
    invalid(check, child(at, 'image'), image, 'may not begin or end with white space');
  }
  oneOf(check, container.terminationMessagePolicy, terminationMessagePolicies, child(at, 'terminationMessagePolicy'));
  oneOf(check, container.imagePullPolicy, pullPolicies, child(at, 'imagePullPolicy'));
  const ports = { hostPortsDefaulted: context.hostPortsDefaulted && list !== 'ephemeralContainers' };
  validateContainerPorts(check, container.ports ?? [], child(at, 'ports'), ports);
  validateEnv(check, container.env ?? [], child(at, 'env'));
  validateEnvFrom(check, container.envFrom ?? [], child(at, 'envFrom'));
  validateVolumeMounts(check, container, context.volumes, at);
  validateVolumeDevices(check, container, context.volumes, at);
  validateResources(check, container, at, list, context);
  const resizePolicy = container.resizePolicy ?? [];
  validateResizePolicy(check, resizePolicy, child(at, 'resizePolicy'), context.restartPolicy);
  if (securityContext === undefined) return;
  validateContainerSecurityContext(check, securityContext, child(at, 'securityContext'), context);
}

function validateResources(
  check: Check,
  container: Container,
  at: FieldPath,
  list: ContainerList,
  context: ContainerContext,
): void {
  const { resources } = container;
  if (resources === undefined) return;
  const isDefaulted = context.isPod && list !== 'ephemeralContainers';
  const seen = isDefaulted ? { ...resources, requests: { ...resources.limits, ...resources.requests } } : resources;
  validateResourceRequirements(check, seen, child(at, 'resources'), {
    nameCheck: validateContainerResourceName,
    ...(check.minor >= enabledSince.resourceClaims ? { claims: context.claims } : {}),
  });
}

/** An empty text is replaced by the default. */
function oneOf(check: Check, value: string | undefined, allowed: readonly string[], at: FieldPath): void {
  if (value === undefined || value === '' || allowed.includes(value)) return;
  notSupported(check, at, value, allowed);
}

import type { Check } from '../check.ts';
import { isStandardQuotaResource } from './resource-names.ts';

const podScopes = ['Terminating', 'NotTerminating', 'NotBestEffort', 'PriorityClass', 'CrossNamespacePodAffinity'];
const podResources = ['pods', 'cpu', 'memory', 'limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory'];
const claimScopeSince = 33;

/** Resources that a scope can count, by scope. */
const counted: ReadonlyMap<string, readonly string[]> = new Map([
  ...podScopes.map((scope) => [scope, podResources] as const),
  ['BestEffort', ['pods']],
  ['VolumeAttributesClass', ['persistentvolumeclaims', 'requests.storage']],
]);

export function isScope(check: Check, scope: string): boolean {
  return counted.has(scope) && (scope !== 'VolumeAttributesClass' || check.minor >= claimScopeSince);
}

/** What no quota knows, and what an unknown scope might count, is reported elsewhere. */
export function scopeCounts(check: Check, scope: string, resource: string): boolean {
  if (!isStandardQuotaResource(resource) || !isScope(check, scope)) return true;
  return counted.get(scope)?.includes(resource) ?? true;
}

export function conflictsWith(scopes: readonly string[]): boolean {
  return ['BestEffort', 'Terminating'].some((scope) => scopes.includes(scope) && scopes.includes(`Not${scope}`));
}

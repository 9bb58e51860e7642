import { qualifiedName } from '../../formats/index.ts';

const containerNames = new Set(['cpu', 'memory', 'ephemeral-storage']);

const countedNames = [
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
];

const boundNames = ['cpu', 'memory', 'ephemeral-storage'].flatMap((name) => [`requests.${name}`, `limits.${name}`]);

const standardNames = new Set([...containerNames, ...boundNames, ...countedNames, 'storage', 'requests.storage']);

const quotaNames = new Set([...containerNames, ...boundNames, ...countedNames, 'requests.storage']);

export function isHugePageResource(name: string): boolean {
  return name.startsWith('hugepages-');
}

function isQuotaHugePageResource(name: string): boolean {
  return isHugePageResource(name) || name.startsWith('requests.hugepages-');
}

/** Known to Kubernetes somewhere: in a container, a quota or a claim. */
export function isStandardResource(name: string): boolean {
  return standardNames.has(name) || isQuotaHugePageResource(name);
}

export function isStandardContainerResource(name: string): boolean {
  return containerNames.has(name) || isHugePageResource(name);
}

export function isStandardQuotaResource(name: string): boolean {
  return quotaNames.has(name) || isQuotaHugePageResource(name);
}

/** Kubernetes' own: without a domain, or of kubernetes.io. */
export function isNativeResource(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** Of somebody else's domain: `example.com/card`. Its name must leave room for the prefix that a quota gives it. */
export function isExtendedResource(name: string): boolean {
  if (isNativeResource(name) || name.startsWith('requests.')) return false;
  return qualifiedName(`requests.${name}`) === undefined;
}

/** Counted in whole numbers. */
export function isIntegerResource(name: string): boolean {
  return countedNames.includes(name) || isExtendedResource(name);
}

/** Requests may be lower than limits. */
export function isOvercommitAllowed(name: string): boolean {
  return isNativeResource(name) && !isHugePageResource(name);
}

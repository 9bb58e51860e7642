import type { QuotaClass } from 'keelson';

// Quantities are written as the API server writes them (`500m`, `1Gi`): Argo CD would show any other form as a difference. There is no
// limit on CPU: requests share it fairly, a limit throttles where the node is idle.
const limits = {
  default: { memory: '256Mi' },
  defaultRequest: { cpu: '50m', memory: '128Mi' },
} as const;

/** Load balancers and node ports would go past the gateway. */
const closed = { 'services.loadbalancers': '0', 'services.nodeports': '0' } as const;

/** What a tenant may use in each of its namespaces. */
export const quotaClasses: Readonly<Record<'small' | 'medium' | 'large', QuotaClass>> = {
  small: {
    hard: {
      ...closed,
      'requests.cpu': '4',
      'requests.memory': '8Gi',
      'limits.memory': '16Gi',
      'requests.storage': '50Gi',
      pods: '40',
      persistentvolumeclaims: '5',
      'count/jobs.batch': '50',
    },
    limits: { ...limits, max: { memory: '4Gi' } },
  },
  medium: {
    hard: {
      ...closed,
      'requests.cpu': '16',
      'requests.memory': '32Gi',
      'limits.memory': '64Gi',
      'requests.storage': '200Gi',
      pods: '120',
      persistentvolumeclaims: '20',
      'count/jobs.batch': '200',
    },
    limits: { ...limits, max: { memory: '8Gi' } },
  },
  large: {
    hard: {
      ...closed,
      'requests.cpu': '64',
      'requests.memory': '128Gi',
      'limits.memory': '256Gi',
      'requests.storage': '1Ti',
      pods: '400',
      persistentvolumeclaims: '60',
      'count/jobs.batch': '500',
    },
    limits: { ...limits, max: { memory: '32Gi' } },
  },
};

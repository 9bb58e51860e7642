import { defineWaiver } from 'keelson';

export const tenantsDebugTheirPods = defineWaiver({
  rule: 'pod-exec-role',
  scope: {
    component: 'platform-base',
    object: { kind: 'rbac.authorization.k8s.io/ClusterRole', name: 'meridian-aggregate-to-tenant-edit' },
  },
  reason:
    'Tenants debug their own pods: the role is bound inside their own namespaces only, in prod to the groups of `access.prod`.',
  owner: 'platform-core',
  expires: '2027-10-31',
});

import { defineAdmissionRule } from 'keelson';
import { key } from '../names.ts';
import { ofTenants } from './admission-pods.ts';

const docs = 'platform/policy/admission.md';

export const services = defineAdmissionRule({
  id: 'tenant-no-load-balancer',
  title: "Tenants' Services are of the cluster: what comes from outside comes through the gateway.",
  fix: 'Use type ClusterIP, and `route` of the app for what is called from outside.',
  severity: 'error',
  docs,
  match: {
    namespaceSelector: ofTenants,
    resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], resources: ['services'], scope: 'Namespaced' }],
  },
  validations: [
    {
      expression: "object.spec.type in ['ClusterIP', 'ExternalName']",
      messageExpression: "'A tenant has no Service of type ' + object.spec.type + '.'",
    },
    {
      expression: 'object.spec.?externalIPs.orValue([]).size() == 0',
      message: 'A Service takes no address of others (externalIPs).',
    },
  ],
});

export const routes = defineAdmissionRule({
  id: 'tenant-route-hosts',
  title:
    "Tenants' routes name their hosts, and hang on the tenant's own listeners, which know which hosts are the tenant's.",
  fix: 'Name `hostnames`, and ListenerSet `tenant` of the same namespace as the only parent.',
  severity: 'error',
  docs,
  match: {
    namespaceSelector: ofTenants,
    resourceRules: [
      {
        apiGroups: ['gateway.networking.k8s.io'],
        apiVersions: ['v1'],
        resources: ['httproutes', 'grpcroutes'],
        scope: 'Namespaced',
      },
    ],
  },
  validations: [
    {
      expression: 'object.spec.?hostnames.orValue([]).size() > 0',
      message: 'A route without hostnames would answer for every host of its listeners.',
    },
    {
      expression: "object.spec.?hostnames.orValue([]).all(h, !h.startsWith('*'))",
      message: 'A route names its hosts one by one.',
    },
    {
      expression:
        "object.spec.?parentRefs.orValue([]).all(p, p.kind == 'ListenerSet' && p.name == 'tenant' && p.?namespace.orValue(object.metadata.namespace) == object.metadata.namespace)",
      message: "The only parent of a route is ListenerSet `tenant` of the route's own namespace.",
    },
  ],
});

export const rights = defineAdmissionRule({
  id: 'tenant-roles',
  title: "In tenants' namespaces the roles of the platform are bound, and no others of the cluster.",
  fix: 'Bind one of the `meridian-tenant-` roles, or a Role of the namespace.',
  severity: 'error',
  docs,
  match: {
    namespaceSelector: ofTenants,
    resourceRules: [
      {
        apiGroups: ['rbac.authorization.k8s.io'],
        apiVersions: ['v1'],
        resources: ['rolebindings'],
        scope: 'Namespaced',
      },
    ],
  },
  validations: [
    {
      expression: "object.roleRef.kind == 'Role' || object.roleRef.name.startsWith('meridian-tenant-')",
      messageExpression: "'ClusterRole ' + object.roleRef.name + ' is not for tenants.'",
    },
  ],
});

export const namespaces = defineAdmissionRule({
  id: 'tenant-namespace',
  title: 'A namespace of a tenant says who answers for it, who pays, and enforces a Pod Security Standard.',
  fix: 'Let the baseline render the namespace.',
  severity: 'error',
  docs,
  match: {
    objectSelector: ofTenants,
    resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], resources: ['namespaces'], scope: 'Cluster' }],
  },
  validations: [
    {
      expression: `['${key.owner}', '${key.costCentre}', '${key.environment}'].all(k, k in object.metadata.labels)`,
      message: 'The namespace has the labels of its owner, its cost centre and its environment.',
    },
    {
      expression:
        "object.metadata.labels[?'pod-security.kubernetes.io/enforce'].orValue('privileged') in ['baseline', 'restricted']",
      message: 'The namespace enforces the Pod Security Standard baseline, or restricted.',
    },
  ],
});

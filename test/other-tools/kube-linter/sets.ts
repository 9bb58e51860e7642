import { casesOf } from '../case.ts';
import { clusterScoped, deployment, object, service } from '../objects.ts';

const rbac = 'rbac.authorization.k8s.io';
const role = (...rules: readonly object[]) => object(`${rbac}/v1`, 'Role', 'operate', { rules });
const subjects = [{ kind: 'ServiceAccount', name: 'checkout', namespace: 'shop' }];
const binding = object(`${rbac}/v1`, 'RoleBinding', 'operators', {
  roleRef: { apiGroup: rbac, kind: 'Role', name: 'operate' },
  subjects,
});
const clusterBinding = (name: string) =>
  clusterScoped(`${rbac}/v1`, 'ClusterRoleBinding', 'operators', {
    roleRef: { apiGroup: rbac, kind: 'ClusterRole', name },
    subjects,
  });
const rule = (resource: string, ...verbs: readonly string[]) => ({
  apiGroups: [resource === 'deployments' ? 'apps' : ''],
  resources: [resource],
  verbs,
});
const scaler = (name: string) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', 'checkout', {
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name }, minReplicas: 3, maxReplicas: 9 },
  });
const ingress = (name: string, number = 80) =>
  object('networking.k8s.io/v1', 'Ingress', 'checkout', {
    spec: {
      rules: [
        { http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name, port: { number } } } }] } },
      ],
    },
  });
const isolation = (spec: object) => object('networking.k8s.io/v1', 'NetworkPolicy', 'checkout', { spec });
const chosen = (app: string) => ({ podSelector: { matchLabels: { app } } });
const monitor = (app: string) =>
  object('monitoring.coreos.com/v1', 'ServiceMonitor', 'checkout', {
    spec: { selector: { matchLabels: { app } }, endpoints: [{ port: 'http' }] },
  });
const labelled = service({}, { labels: { app: 'checkout' } });
const account = object('v1', 'ServiceAccount', 'checkout', {});
const reads = (source: object) => deployment({ container: { env: [{ name: 'LEVEL', valueFrom: source }] } });
const config = object('v1', 'ConfigMap', 'words', { data: { one: '1' } });

export const setCases = [
  ...casesOf('kube-linter/dangling-service', {
    fires: { alone: service(), 'other labels': [service({ selector: { app: 'basket' } }), deployment()] },
    passes: { selected: [service(), deployment()] },
  }),
  ...casesOf('kube-linter/dangling-ingress', {
    fires: { 'no service': ingress('missing'), 'no such port': [ingress('checkout', 8080), service(), deployment()] },
    passes: { found: [ingress('checkout'), service(), deployment()] },
  }),
  ...casesOf('kube-linter/dangling-horizontalpodautoscaler', {
    fires: { alone: scaler('checkout'), 'another name': [scaler('basket'), deployment()] },
    passes: { found: [scaler('checkout'), deployment()] },
  }),
  ...casesOf('kube-linter/dangling-networkpolicy', {
    fires: { alone: isolation(chosen('checkout')), 'other labels': [isolation(chosen('basket')), deployment()] },
    passes: { found: [isolation(chosen('checkout')), deployment()] },
  }),
  ...casesOf('kube-linter/dangling-networkpolicypeer-podselector', {
    fires: {
      ingress: [isolation({ ...chosen('checkout'), ingress: [{ from: [chosen('basket')] }] }), deployment()],
      egress: [
        isolation({ ...chosen('checkout'), policyTypes: ['Egress'], egress: [{ to: [chosen('basket')] }] }),
        deployment(),
      ],
    },
    passes: { found: [isolation({ ...chosen('checkout'), ingress: [{ from: [chosen('checkout')] }] }), deployment()] },
  }),
  ...casesOf('kube-linter/dangling-servicemonitor', {
    fires: { alone: monitor('checkout'), 'other labels': [monitor('basket'), labelled, deployment()] },
    passes: { found: [monitor('checkout'), labelled, deployment()] },
  }),
  ...casesOf('kube-linter/non-existent-service-account', {
    fires: { missing: deployment({ pod: { serviceAccountName: 'missing' } }) },
    passes: {
      found: [deployment({ pod: { serviceAccountName: 'checkout' } }), account],
      default: deployment({ pod: { serviceAccountName: 'default' } }),
    },
  }),
  ...casesOf('kube-linter/env-value-from', {
    fires: {
      'no map': reads({ configMapKeyRef: { name: 'missing', key: 'one' } }),
      'no key': [reads({ configMapKeyRef: { name: 'words', key: 'two' } }), config],
      'no secret': reads({ secretKeyRef: { name: 'missing', key: 'one' } }),
    },
    passes: { found: [reads({ configMapKeyRef: { name: 'words', key: 'one' } }), config] },
  }),
  ...casesOf('kube-linter/non-isolated-pod', {
    fires: { none: deployment(), 'for another app': [isolation(chosen('basket')), deployment()] },
    passes: { selected: [isolation(chosen('checkout')), deployment()] },
  }),
  ...casesOf('kube-linter/exposed-services', {
    fires: { 'node port': service({ type: 'NodePort' }), 'load balancer': service({ type: 'LoadBalancer' }) },
    passes: { inside: service({ type: 'ClusterIP' }), unset: service() },
  }),
  ...casesOf('kube-linter/access-to-create-pods', {
    fires: {
      pods: [role(rule('pods', 'create')), binding],
      deployments: [role(rule('deployments', 'create')), binding],
    },
    passes: { read: [role(rule('pods', 'get')), binding] },
  }),
  ...casesOf('kube-linter/access-to-secrets', {
    fires: { get: [role(rule('secrets', 'get')), binding], list: [role(rule('secrets', 'list')), binding] },
    passes: { pods: [role(rule('pods', 'get')), binding] },
  }),
  ...casesOf('kube-linter/cluster-admin-role-binding', {
    fires: { bound: clusterBinding('cluster-admin') },
    passes: { view: clusterBinding('view'), 'a role binding': [role(rule('pods', 'get')), binding] },
  }),
  ...casesOf('kube-linter/wildcard-in-rules', {
    fires: { verbs: role(rule('pods', '*')), resources: role(rule('*', 'get')) },
    passes: { named: role(rule('pods', 'get')) },
  }),
];

import type { Fault } from './fault.ts';

type Edit = Fault['edits'][number];

function inFile(file: string, kind: string, line = `new ${kind}(`) {
  return (title: string, rule: string, pointer: string, ...edits: readonly Edit[]): Fault => ({
    title,
    file,
    edits,
    rule,
    kind,
    pointer,
    declared: { file, line },
  });
}

const policy = inFile('platform/baseline/network.ts', 'NetworkPolicy');
const binding = inFile('platform/baseline/access.ts', 'RoleBinding');
const namespace = inFile('platform/baseline.ts', 'Namespace');
const quota = inFile('platform/baseline.ts', 'ResourceQuota');
const limits = inFile('platform/baseline.ts', 'LimitRange');
const route = inFile('platform/workload/route.ts', 'HTTPRoute', 'new HttpRoute(');
const cronJob = inFile('platform/apps/cronjob.ts', 'CronJob');
const worker = inFile('platform/apps/worker.ts', 'Deployment');
const podMonitor = inFile('platform/apps/worker.ts', 'PodMonitor');
const issuer = inFile('platform/cert-manager/component.ts', 'ClusterIssuer');
const gateway = inFile('platform/gateway/shared-gateway.ts', 'Gateway');
const redirect = inFile('platform/gateway/shared-gateway.ts', 'HTTPRoute', 'new HttpRoute(');
const listeners = inFile('platform/gateway/listeners.ts', 'ListenerSet');
const certificate = inFile('platform/gateway/listeners.ts', 'Certificate');
const role = inFile('platform/platform-base/component.ts', 'ClusterRole');
/** What a role says is found where it is bound. */
const boundRole = (...given: Parameters<typeof role>): Fault => ({
  ...role(...given),
  kind: 'RoleBinding',
  declared: { file: 'platform/baseline/access.ts', line: 'new RoleBinding(' },
});
const priority = inFile('platform/platform-base/component.ts', 'PriorityClass');

/** In the baseline and the components. */
export const platformFaults: readonly Fault[] = [
  policy('a policy lets everybody in', 'tenant-open-policy', '/spec/ingress/0/from/0/namespaceSelector', [
    'ingress: [{ from: same }],',
    'ingress: [{ from: [{ namespaceSelector: {} }] }],',
  ]),
  policy('a policy selects a gateway that is not there', 'network-policy-peer', '/spec/ingress/0/from/0/podSelector', [
    'ingress: [{ from: [pods(gateway.namespace, gateway.proxyLabels)] }],',
    "ingress: [{ from: [pods(gateway.namespace, { app: 'nobody' })] }],",
  ]),
  policy('a policy lets out to the metadata of the cloud', 'tenant-egress', '/spec/egress/0/to/0/ipBlock/cidr', [
    "except: ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16',",
    "except: ['10.0.0.0/8', '100.64.0.0/10',",
  ]),
  policy('a policy without names of the cluster', 'dns-egress', '/spec', [
    "          { port: 53, protocol: 'UDP' },\n          { port: 53, protocol: 'TCP' },",
    "          { port: 5353, protocol: 'UDP' },",
  ]),
  policy('a range with bits beyond its mask', 'valid-network-policy', '/spec/egress/0/to/0/ipBlock/cidr', [
    "cidr: '0.0.0.0/0',",
    "cidr: '0.0.0.0/33',",
  ]),
  binding('a role that is not there is bound', 'binding-role', '/roleRef/name', [
    "kind: 'ClusterRole', name: role }",
    "kind: 'ClusterRole', name: `${role}-x` }",
  ]),
  binding('tenants are bound to cluster-admin', 'tenant-escalation', '/roleRef', [
    "kind: 'ClusterRole', name: role }",
    "kind: 'ClusterRole', name: 'cluster-admin' }",
  ]),
  binding('an account that is not there is bound', 'binding-subject', '/subjects/0/name', [
    "kind: 'ServiceAccount', name: 'deployer', namespace }",
    "kind: 'ServiceAccount', name: 'robot', namespace }",
  ]),
  binding('everybody is bound', 'anonymous-access', '/subjects/0/name', [
    "bind('tenant-view', roles.view, people(tenant.access.readOnly));",
    "bind('tenant-view', roles.view, [{ kind: 'Group', name: 'system:unauthenticated', apiGroup }]);",
  ]),
  binding('a subject of the wrong API group', 'valid-role-binding', '/subjects/0/apiGroup', [
    "({ kind: 'Group', name, apiGroup })",
    "({ kind: 'Group', name, apiGroup: 'groups' })",
  ]),
  namespace(
    'a namespace enforces nothing',
    'tenant-namespace',
    '/metadata/labels/pod-security.kubernetes.io~1enforce',
    ['...podSecurityLabels({ enforce: tenant.podSecurity }),', "'pod-security.kubernetes.io/enforce': 'privileged',"],
  ),
  namespace('a label that is none', 'valid-metadata', '/metadata/labels', [
    '[key.owner]: tenant.owner.team,',
    "[key.owner]: 'team of payments',",
  ]),
  quota('a quota of a thing that there is not', 'valid-resource-quota', '/spec/hard/cpus', [
    'spec: { hard: tenant.quota.hard }',
    "spec: { hard: { ...tenant.quota.hard, cpus: '4' } }",
  ]),
  quota('a quota below what the workloads ask for', 'fits-quota', '/spec/hard/requests.memory', [
    'spec: { hard: tenant.quota.hard }',
    "spec: { hard: { ...tenant.quota.hard, 'requests.memory': '64Mi' } }",
  ]),
  quota('a quota counts memory, and nothing gives a default', 'quota-defaults', '/spec/hard/limits.memory', [
    'if (Object.keys(limits).length > 0) {',
    'if (Object.keys(limits).length > 99) {',
  ]),
  limits('a default above the maximum', 'valid-limit-range', '/spec/limits/0/default/memory', [
    "limits: [{ type: 'Container', ...limits }]",
    "limits: [{ type: 'Container', ...limits, max: { memory: '1Mi' } }]",
  ]),
  route('a route leads to a port that no Service has', 'route-backend', '/spec/rules/0/backendRefs/0/port', [
    'name: app.name, port: 80, weight: 1',
    'name: app.name, port: 8080, weight: 1',
  ]),
  route('a route leads to a Service that is not there', 'route-backend', '/spec/rules/0/backendRefs/0/name', [
    'name: app.name, port: 80, weight: 1',
    "name: 'nobody', port: 80, weight: 1",
  ]),
  route('a route hangs on listeners that are not there', 'route-parent', '/spec/parentRefs/0/name', [
    "name: capability(input, 'gateway').listenerSet,",
    "name: 'others',",
  ]),
  route('a route takes a host of another tenant', 'tenant-host', '/spec/hostnames/0', [
    'hostnames: [`${app.name}.${tenant.name}.${domain}`,',
    'hostnames: [`${app.name}.others.${domain}`,',
  ]),
  cronJob('a schedule that is none', 'valid-cron-job', '/spec/schedule', [
    'schedule: spec.schedule,',
    "schedule: '61 * * * *',",
  ]),
  cronJob('a time zone that there is not', 'valid-cron-job', '/spec/timeZone', [
    'timeZone: spec.timeZone,',
    "timeZone: 'Europe/Utrecht',",
  ]),
  cronJob('a job that is missed at once', 'cron-job-short-deadline', '/spec/startingDeadlineSeconds', [
    'startingDeadlineSeconds: 300',
    'startingDeadlineSeconds: 5',
  ]),
  cronJob('a job that restarts for ever', 'valid-cron-job', '/spec/jobTemplate/spec/template/spec/restartPolicy', [
    "restartPolicy: 'Never'",
    "restartPolicy: 'Always' as 'Never'",
  ]),
  podMonitor('a PodMonitor asks a port that no pod has', 'monitor-targets', '/spec/podMetricsEndpoints/0/port', [
    "podMetricsEndpoints: [{ port: 'metrics'",
    "podMetricsEndpoints: [{ port: 'prometheus'",
  ]),
  worker(
    'a worker is replaced all at once by more than there are',
    'valid-deployment',
    '/spec/strategy/rollingUpdate/maxUnavailable',
    ['maxSurge: 1, maxUnavailable: 0', "maxSurge: 1, maxUnavailable: '101%'"],
  ),
  issuer('a key of a Secret without a name', 'valid-custom-resource', '/spec/acme/privateKeySecretRef/name', [
    'privateKeySecretRef: { name: `${issuer.name}-account` }',
    'privateKeySecretRef: { name: 1 as unknown as string }',
  ]),
  gateway('a Gateway of a class that is not there', 'gateway-class-exists', '/spec/gatewayClassName', [
    'gatewayClassName: className,',
    "gatewayClassName: 'nginx',",
  ]),
  gateway(
    'a Gateway with a certificate that nobody makes',
    'tls-secret',
    '/spec/listeners/1/tls/certificateRefs/0/name',
    [
      "certificateRefs: [{ group: '', kind: 'Secret', name: secretName }]",
      "certificateRefs: [{ group: '', kind: 'Secret', name: 'other-tls' }]",
    ],
  ),
  redirect('a route hangs on a listener that is not there', 'route-parent', '/spec/parentRefs/0/sectionName', [
    "sectionName: 'http',",
    "sectionName: 'plain',",
  ]),
  listeners('listeners of a Gateway that is not there', 'route-parent', '/spec/parentRef/name', [
    'name: gateway.name,\n        namespace: gateway.namespace,',
    "name: 'private',\n        namespace: gateway.namespace,",
  ]),
  certificate('a certificate of an issuer that is not there', 'issuer-exists', '/spec/issuerRef/name', [
    'issuer, dnsNames: [host] })',
    "issuer: 'nobody', dnsNames: [host] })",
  ]),
  listeners('a certificate for another host than is served', 'certificate-names', '/spec/listeners/0/hostname', [
    'dnsNames: [host] })',
    "dnsNames: ['other.meridian.example'] })",
  ]),
  boundRole('a role that may escalate', 'tenant-escalation', '/roleRef', [
    'rules: rules[level],',
    "rules: [{ apiGroups: ['rbac.authorization.k8s.io'], resources: ['clusterroles'], verbs: ['escalate'] }],",
  ]),
  boundRole('a role that may impersonate', 'tenant-escalation', '/roleRef', [
    'rules: rules[level],',
    "rules: [{ apiGroups: [''], resources: ['users'], verbs: ['impersonate'] }],",
  ]),
  boundRole('a role reaches the nodes', 'tenant-escalation', '/roleRef', [
    'rules: rules[level],',
    "rules: [{ apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] }],",
  ]),
  priority('a priority that only the system has', 'valid-priority-class', '/value', [
    'value,\n        ...(name',
    'value: 2_000_000_000,\n        ...(name',
  ]),
  priority('a name of the system', 'valid-priority-class', '/metadata/name', [
    'metadata: { name, labels },\n        value',
    'metadata: { name: `system-${name}`, labels },\n        value',
  ]),
];

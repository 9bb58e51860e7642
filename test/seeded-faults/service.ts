import type { Fault } from './fault.ts';

const file = 'platform/apps/service.ts';
const template = '/spec/template';
const container = `${template}/spec/containers/0`;

type Edit = Fault['edits'][number];

/** The construct whose call is broken is the declared place of what it renders. */
function inConstruct(kind: string, title: string, rule: string, pointer: string, ...edits: readonly Edit[]): Fault {
  return { title, file, edits, rule, kind, pointer, declared: { file, line: `new ${kind}(` } };
}

const service = inConstruct.bind(undefined, 'Service');
const deployment = inConstruct.bind(undefined, 'Deployment');
const autoscaler = inConstruct.bind(undefined, 'HorizontalPodAutoscaler');
const budget = inConstruct.bind(undefined, 'PodDisruptionBudget');
const monitor = inConstruct.bind(undefined, 'ServiceMonitor');

/** Fields of the container, after those that are there. */
function containerField(text: string): Edit {
  return [
    'lifecycle: { preStop: { sleep: { seconds: 10 } } },',
    `lifecycle: { preStop: { sleep: { seconds: 10 } } },\n${text}`,
  ];
}

/** What `restrictedPod` would not let through is put on its result. */
function loosened(change: string): readonly Edit[] {
  return [
    [
      '/** An HTTP service:',
      `const loose = (props: any): any => { const pod: any = restrictedPod(props); ${change}; return pod; };\n\n/** An HTTP service:`,
    ],
    ['spec: restrictedPod({', 'spec: loose({'],
  ];
}

const ofContainer = (change: string): readonly Edit[] =>
  loosened(`pod.containers = pod.containers.map((c: any) => ({ ...c, ${change} }))`);
const ofContext = (change: string): readonly Edit[] =>
  ofContainer(`securityContext: { ...c.securityContext, ${change} }`);
const ofPod = (change: string): readonly Edit[] => loosened(`Object.assign(pod, { ${change} })`);

const serviceType = "        type: 'ClusterIP',";
const budgetStart = 'selector: { matchLabels: selector },\n        maxUnavailable: 1,';

/** In the kind of app that most tenants use. */
export const serviceFaults: readonly Fault[] = [
  // What objects name
  service('a Service selects nobody', 'service-selects-pods', '/spec/selector', [
    `${serviceType}\n        selector,`,
    `${serviceType}\n        selector: { app: 'nobody' },`,
  ]),
  service('a Service leads to a port that no container has', 'service-target-port', '/spec/ports/0/targetPort', [
    "targetPort: 'http'",
    "targetPort: 'web'",
  ]),
  autoscaler('an autoscaler scales a Deployment that is not there', 'scale-target', '/spec/scaleTargetRef/name', [
    "kind: 'Deployment', name: app.name }",
    "kind: 'Deployment', name: `${app.name}-web` }",
  ]),
  autoscaler('an autoscaler scales the wrong kind', 'scale-target', '/spec/scaleTargetRef/name', [
    "kind: 'Deployment', name: app.name }",
    "kind: 'StatefulSet', name: app.name }",
  ]),
  budget('a disruption budget is for nobody', 'disruption-budget-selects-pods', '/spec/selector', [
    budgetStart,
    "selector: { matchLabels: { app: 'nobody' } },\n        maxUnavailable: 1,",
  ]),
  monitor('a ServiceMonitor finds no Service', 'monitor-targets', '/spec/selector', [
    'selector: { matchLabels: selector },\n          endpoints',
    "selector: { matchLabels: { app: 'nobody' } },\n          endpoints",
  ]),
  monitor('a ServiceMonitor asks a port that no Service has', 'monitor-targets', '/spec/endpoints/0/port', [
    "endpoints: [{ port: 'metrics'",
    "endpoints: [{ port: 'prometheus'",
  ]),
  deployment('a probe asks a port that no container has', 'probe-port', `${container}/readinessProbe/httpGet/port`, [
    "httpGet: { path: spec.health.ready, port: 'http' }",
    "httpGet: { path: spec.health.ready, port: 'web' }",
  ]),
  deployment(
    'pods run as a ServiceAccount that is not there',
    'pod-service-account',
    `${template}/spec/serviceAccountName`,
    ...ofPod("serviceAccountName: 'robot'"),
  ),
  deployment(
    'pods have a priority that is not there',
    'pod-priority-class',
    `${template}/spec/priorityClassName`,
    ...ofPod("priorityClassName: 'urgent'"),
  ),
  deployment(
    'pods have a runtime that is not there',
    'pod-runtime-class',
    `${template}/spec/runtimeClassName`,
    ...ofPod("runtimeClassName: 'gvisor'"),
  ),
  deployment(
    'a variable comes from a ConfigMap that is not there',
    'config-map-reference',
    `${container}/env/0/valueFrom/configMapKeyRef/name`,
    containerField("env: [{ name: 'LEVEL', valueFrom: { configMapKeyRef: { name: 'levels', key: 'log' } } }],"),
  ),
  deployment(
    'a variable comes from a Secret that is not there',
    'secret-reference',
    `${container}/env/0/valueFrom/secretKeyRef/name`,
    containerField("env: [{ name: 'LEVEL', valueFrom: { secretKeyRef: { name: 'levels', key: 'log' } } }],"),
  ),
  deployment(
    'a volume is of a claim that is not there',
    'pod-claim',
    `${template}/spec/volumes/0/persistentVolumeClaim/claimName`,
    ...ofPod("volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }, ...pod.volumes]"),
  ),
  // What an API server refuses
  deployment('pods do not have the labels that are selected', 'valid-deployment', `${template}/metadata/labels`, [
    'selector: { matchLabels: selector },\n        strategy',
    "selector: { matchLabels: { app: 'other' } },\n        strategy",
  ]),
  monitor('a field is misspelt', 'known-fields', '/spec/endpoints/0/intervall', [
    "interval: '30s' }],",
    "intervall: '30s' }],",
  ]),
  deployment('a number is a text', 'field-types', '/spec/revisionHistoryLimit', [
    'revisionHistoryLimit: 5,',
    "revisionHistoryLimit: 'five',",
  ]),
  deployment('pods may neither be more nor fewer', 'valid-deployment', '/spec/strategy/rollingUpdate/maxUnavailable', [
    "maxSurge: '25%', maxUnavailable: 0",
    'maxSurge: 0, maxUnavailable: 0',
  ]),
  deployment('a pod is given less than no time to end', 'valid-deployment', `${container}/lifecycle/preStop/sleep`, [
    'terminationGracePeriodSeconds: 45',
    'terminationGracePeriodSeconds: -1',
  ]),
  deployment(
    'an amount has the unit of disks',
    'field-types',
    `${container}/resources/requests/memory`,
    containerField("resources: { requests: { memory: '256MB' } },"),
  ),
  deployment(
    'a policy of pulling that there is not',
    'valid-deployment',
    `${container}/imagePullPolicy`,
    containerField("imagePullPolicy: 'Sometimes',"),
  ),
  service('a port beyond the last', 'valid-service', '/spec/ports/0/port', [
    "name: 'http', port: 80,",
    "name: 'http', port: 80000,",
  ]),
  autoscaler('an autoscaler has a maximum below its minimum', 'valid-horizontal-pod-autoscaler', '/spec/maxReplicas', [
    'maxReplicas: spec.replicas.max',
    'maxReplicas: 1',
  ]),
  budget('a disruption budget says two things', 'valid-pod-disruption-budget', '/spec', [
    'maxUnavailable: 1,\n        unhealthy',
    'maxUnavailable: 1,\n        minAvailable: 1,\n        unhealthy',
  ]),
  // What pods may do to their node
  deployment(
    'a container is privileged',
    'privileged-container',
    `${container}/securityContext/privileged`,
    ...ofContext('privileged: true, allowPrivilegeEscalation: true'),
  ),
  deployment(
    'a container may gain rights',
    'privilege-escalation',
    `${container}/securityContext/allowPrivilegeEscalation`,
    ...ofContext('allowPrivilegeEscalation: true'),
  ),
  deployment(
    'a container may administrate the system',
    'dangerous-capability',
    `${container}/securityContext/capabilities/add/0`,
    ...ofContext("capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] }"),
  ),
  deployment(
    'a pod shares the network of its node',
    'host-network',
    `${template}/spec/hostNetwork`,
    ...ofPod('hostNetwork: true'),
  ),
  deployment('a pod sees the processes of its node', 'host-pid', `${template}/spec/hostPID`, ...ofPod('hostPID: true')),
  deployment('a pod shares the memory of its node', 'host-ipc', `${template}/spec/hostIPC`, ...ofPod('hostIPC: true')),
  deployment(
    'a pod has the socket of the container runtime',
    'container-runtime-socket',
    `${template}/spec/volumes/0/hostPath/path`,
    ...ofPod("volumes: [{ name: 'sock', hostPath: { path: '/var/run/docker.sock' } }, ...pod.volumes]"),
  ),
  deployment(
    'a pod has the settings of its node',
    'sensitive-host-path',
    `${template}/spec/volumes/0/hostPath/path`,
    ...loosened(
      "pod.volumes = [{ name: 'etc', hostPath: { path: '/etc' } }, ...pod.volumes]; pod.containers[0] = { ...pod.containers[0], volumeMounts: [{ name: 'etc', mountPath: '/host' }] }",
    ),
  ),
  deployment(
    'a pod changes its kernel',
    'unsafe-sysctl',
    `${template}/spec/securityContext/sysctls/0/name`,
    ...ofPod("securityContext: { ...pod.securityContext, sysctls: [{ name: 'kernel.msgmax', value: '1' }] }"),
  ),
  deployment(
    'no profile of system calls',
    'unconfined-profile',
    `${template}/spec/securityContext/seccompProfile/type`,
    ...ofPod("securityContext: { ...pod.securityContext, seccompProfile: { type: 'Unconfined' } }"),
  ),
  deployment(
    'an image has the tag latest',
    'image-not-latest',
    `${container}/image`,
    containerField("image: 'ghcr.io/meridian/web:latest',"),
  ),
  deployment(
    'in production an image has a tag only',
    'image-digest-pinned',
    `${container}/image`,
    containerField("image: 'ghcr.io/meridian/web:1.2',"),
  ),
  deployment(
    'an image of a registry that is not ours',
    'image-registry',
    `${container}/image`,
    containerField("image: `docker.io/library/nginx@sha256:${'a'.repeat(64)}`,"),
  ),
  deployment(
    'a variable is set twice',
    'duplicate-env',
    `${container}/env/1/name`,
    containerField("env: [{ name: 'LEVEL', value: 'a' }, { name: 'LEVEL', value: 'b' }],"),
  ),
  // What keeps it running
  deployment('a number of replicas, and an autoscaler', 'autoscaled-replicas', '/spec/replicas', [
    "// No `replicas`: the autoscaler's.",
    'replicas: 3,',
  ]),
  autoscaler('an autoscaler by memory, without a request', 'autoscaler-needs-requests', '/spec/metrics/0/resource', [
    "resource: { name: 'cpu'",
    "resource: { name: 'ephemeral-storage'",
  ]),
  budget('a disruption budget that lets nothing stop', 'budget-allows-disruption', '/spec/maxUnavailable', [
    'maxUnavailable: 1,\n        unhealthy',
    'maxUnavailable: 0,\n        unhealthy',
  ]),
  deployment(
    'a container asks for no memory',
    'memory-requests',
    `${container}/resources/requests/memory`,
    containerField("resources: { requests: { cpu: '100m' } },"),
  ),
  deployment(
    'a container has no limit of memory',
    'memory-limits',
    `${container}/resources/limits/memory`,
    containerField("resources: { requests: { cpu: '100m', memory: '64Mi' } },"),
  ),
  deployment(
    'pods are spread without their own labels',
    'spread-counts-own-pods',
    `${template}/spec/topologySpreadConstraints/0/labelSelector`,
    ['topologySpreadConstraints: spread(app)', "topologySpreadConstraints: spread({ name: 'other' })"],
  ),
  deployment(
    'two containers listen on one port',
    'distinct-ports',
    `${template}/spec/containers/1/ports/0/containerPort`,
    ...loosened("pod.containers.push({ ...pod.containers[0], name: 'second', ports: [pod.containers[0].ports[0]] })"),
  ),
  deployment('a pod ends before it has drained', 'grace-period', `${container}/lifecycle/preStop`, [
    'terminationGracePeriodSeconds: 45',
    'terminationGracePeriodSeconds: 5',
  ]),
  autoscaler('in production one pod serves', 'autoscaler-minimum', '/spec/minReplicas', [
    'minReplicas: spec.replicas.min',
    'minReplicas: 1',
  ]),
  // What is seen from outside
  service('a Service of the type NodePort', 'tenant-no-load-balancer', '/spec/type', [
    serviceType,
    "        type: 'NodePort',",
  ]),
  service('a Service takes the address of others', 'service-external-ips', '/spec/externalIPs/0', [
    serviceType,
    `${serviceType}\n        externalIPs: ['198.51.100.1'],`,
  ]),
  // Secrets
  deployment(
    'a password in a variable',
    'secret-in-env',
    `${container}/env/0/value`,
    containerField("env: [{ name: 'DB_PASSWORD', value: ['hunter', '2x9'].join('') }],"),
  ),
  deployment(
    'a password among the arguments',
    'secret-in-arguments',
    `${container}/args/0`,
    containerField("args: ['--password=' + ['hunter', '2x9'].join('')],"),
  ),
];

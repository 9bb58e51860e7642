/** The objects that cases are made of: each is well kept, and a case changes what its check is about. */
export type Json = Readonly<Record<string, unknown>>;

export interface Changes {
  readonly metadata?: Json;
  /** Of the workload. */
  readonly spec?: Json;
  /** Metadata of the pod template. */
  readonly template?: Json;
  /** The pod's spec. */
  readonly pod?: Json;
  /** Its container. `undefined` takes a field away. */
  readonly container?: Json;
  /** Further containers. */
  readonly others?: readonly Json[];
}

const labels = { app: 'checkout' };

const securityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsGroup: 20_000,
  runAsNonRoot: true,
  runAsUser: 20_000,
  seccompProfile: { type: 'RuntimeDefault' },
};

/** The container's good security context with some fields changed. */
export function secured(changes: Json): Json {
  return { ...securityContext, ...changes };
}

const resources = { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '1Gi' };

export function container(changes: Json = {}): Json {
  return {
    name: 'web',
    image: 'registry.example.com/checkout:1.4.2',
    imagePullPolicy: 'Always',
    ports: [{ name: 'http', containerPort: 8080 }],
    resources: { requests: resources, limits: resources },
    livenessProbe: { httpGet: { path: '/live', port: 8080 } },
    readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
    securityContext,
    ...changes,
  };
}

export function podSpec({ pod = {}, container: own = {}, others = [] }: Changes = {}): Json {
  return {
    automountServiceAccountToken: false,
    containers: [container(own), ...others],
    ...pod,
  };
}

export function template(changes: Changes = {}): Json {
  return { metadata: { labels, ...changes.template }, spec: podSpec(changes) };
}

function workload(apiVersion: string, kind: string, spec: Json, { metadata }: Changes): Json {
  return { apiVersion, kind, metadata: { name: 'checkout', namespace: 'shop', labels, ...metadata }, spec };
}

export function deployment(changes: Changes = {}): Json {
  const spec = { replicas: 3, selector: { matchLabels: labels }, template: template(changes), ...changes.spec };
  return workload('apps/v1', 'Deployment', spec, changes);
}

export function statefulSet(changes: Changes = {}): Json {
  const own = { replicas: 3, serviceName: 'checkout', selector: { matchLabels: labels } };
  return workload('apps/v1', 'StatefulSet', { ...own, template: template(changes), ...changes.spec }, changes);
}

export function daemonSet(changes: Changes = {}): Json {
  const spec = { selector: { matchLabels: labels }, template: template(changes), ...changes.spec };
  return workload('apps/v1', 'DaemonSet', spec, changes);
}

export function job(changes: Changes = {}): Json {
  const pod = { restartPolicy: 'Never', ...changes.pod };
  const spec = { ttlSecondsAfterFinished: 3600, template: template({ ...changes, pod }), ...changes.spec };
  return workload('batch/v1', 'Job', spec, changes);
}

export function cronJob(changes: Changes & { readonly job?: Json } = {}): Json {
  const pod = { restartPolicy: 'Never', ...changes.pod };
  const own = { ttlSecondsAfterFinished: 3600, template: template({ ...changes, pod }), ...changes.job };
  const spec = { schedule: '10 3 * * *', startingDeadlineSeconds: 600, jobTemplate: { spec: own }, ...changes.spec };
  return workload('batch/v1', 'CronJob', spec, changes);
}

export function pod(changes: Changes = {}): Json {
  return workload('v1', 'Pod', podSpec(changes), changes);
}

/** Any other object in the same namespace. */
export function object(apiVersion: string, kind: string, name: string, rest: Json, metadata: Json = {}): Json {
  return { apiVersion, kind, metadata: { name, namespace: 'shop', ...metadata }, ...rest };
}

export function service(spec: Json = {}, metadata: Json = {}): Json {
  return object(
    'v1',
    'Service',
    'checkout',
    {
      spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 8080 }], ...spec },
    },
    metadata,
  );
}

export function clusterScoped(apiVersion: string, kind: string, name: string, rest: Json): Json {
  return { apiVersion, kind, metadata: { name }, ...rest };
}

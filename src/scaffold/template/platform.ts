/** What the platform team moulds beside its components: the baseline of every tenant, one kind of app, what it says of rules. */
export function platformFiles(): Readonly<Record<string, string>> {
  return {
    'platform/baseline.ts': baseline,
    'platform/apps/service.ts': service,
    'platform/policy/policy.ts': policy,
  };
}

const policy = `import { definePolicy } from 'keelson';

/** Severities and options of rules: \`npx keelson rules\` lists them. An exception is a waiver, beside this file: \`defineWaiver\`. */
export default definePolicy({
  rules: {
    // 'image-registry': { options: { allowed: ['ghcr.io/example'] } },
    // What \`--rules strict\` wants on every object: name what your organisation asks for.
    'required-labels': { options: { labels: [] } },
    'required-annotations': { options: { annotations: {} } },
  },
});
`;

const baseline = `import { defineBaseline, LimitRange, Namespace, NetworkPolicy, podSecurityLabels, ResourceQuota, RoleBinding } from 'keelson';

/** What every tenant gets in each of its namespaces. The tenant cannot change it: its AppProject refuses these kinds. */
export default defineBaseline({
  build(scope, { tenant, environment }) {
    for (const namespace of tenant.namespaces) {
      new Namespace(scope, \`\${namespace}-namespace\`, {
        metadata: {
          name: namespace,
          labels: {
            tenant: tenant.name,
            environment: environment.name,
            'cost-centre': tenant.costCentre,
            ...podSecurityLabels({ enforce: tenant.podSecurity }),
          },
        },
      });
      new ResourceQuota(scope, \`\${namespace}-quota\`, {
        metadata: { name: 'quota', namespace },
        spec: { hard: { ...tenant.quota.hard, 'services.loadbalancers': '0', 'services.nodeports': '0' } },
      });
      new LimitRange(scope, \`\${namespace}-limits\`, {
        metadata: { name: 'limits', namespace },
        spec: {
          limits: [{ type: 'Container', default: { memory: '256Mi' }, defaultRequest: { cpu: '50m', memory: '128Mi' } }],
        },
      });
      new NetworkPolicy(scope, \`\${namespace}-default-deny\`, {
        metadata: { name: 'default-deny', namespace },
        spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
      });
      new NetworkPolicy(scope, \`\${namespace}-allow-same-namespace\`, {
        metadata: { name: 'allow-same-namespace', namespace },
        spec: {
          podSelector: {},
          policyTypes: ['Ingress', 'Egress'],
          ingress: [{ from: [{ podSelector: {} }] }],
          egress: [{ to: [{ podSelector: {} }] }],
        },
      });
      new NetworkPolicy(scope, \`\${namespace}-allow-dns\`, {
        metadata: { name: 'allow-dns', namespace },
        spec: {
          podSelector: {},
          policyTypes: ['Egress'],
          egress: [
            {
              to: [
                {
                  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
                  podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
                },
              ],
              ports: [
                { port: 53, protocol: 'UDP' },
                { port: 53, protocol: 'TCP' },
              ],
            },
          ],
        },
      });
      // Changes come through git, so people read. Kubernetes' own \`admin\` and \`edit\` may act as others: for more, bind a role of your own.
      const { admin, edit, readOnly } = tenant.access;
      const groups = [...new Set([admin, edit, readOnly].flatMap((level) => level.groups ?? []))];
      if (groups.length > 0) {
        new RoleBinding(scope, \`\${namespace}-view\`, {
          metadata: { name: 'tenant-view', namespace },
          roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
          subjects: groups.map((name) => ({ kind: 'Group', name, apiGroup: 'rbac.authorization.k8s.io' })),
        });
      }
    }
  },
});
`;

const service = `import { defineAppKind, Deployment, restrictedPod, Service, z } from 'keelson';

/** A web application: pods behind a Service. Names and selectors derive from the app's name alone. */
export default defineAppKind({
  name: 'service',
  description: 'Pods behind a Service',
  schema: z.strictObject({
    port: z.int().min(1).max(65535).default(8080),
    replicas: z.int().min(1).max(20).default(2),
    /** Numeric user of the process. */
    user: z.int().min(1).default(10001),
    healthPath: z.string().startsWith('/').default('/'),
    cpu: z.string().default('100m'),
    memory: z.string().default('128Mi'),
  }),
  build(scope, { app, tenant }) {
    const { name, namespace, spec } = app;
    const selector = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': tenant.name };
    const labels = { ...app.labels, ...selector };
    const probe = { httpGet: { path: spec.healthPath, port: 'http' } };
    new Deployment(scope, 'deployment', {
      metadata: { name, namespace, labels },
      spec: {
        replicas: spec.replicas,
        selector: { matchLabels: selector },
        template: {
          metadata: { labels },
          spec: restrictedPod({
            user: spec.user,
            tmp: '64Mi',
            containers: [
              {
                name,
                image: app.image ?? '',
                ports: [{ name: 'http', containerPort: spec.port, protocol: 'TCP' }],
                resources: { requests: { cpu: spec.cpu, memory: spec.memory }, limits: { memory: spec.memory } },
                readinessProbe: probe,
                livenessProbe: probe,
              },
            ],
          }),
        },
      },
    });
    new Service(scope, 'service', {
      metadata: { name, namespace, labels },
      spec: { selector, ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }] },
    });
  },
});
`;

import { ClusterIssuer, Namespace, defineComponent, podSecurityLabels } from 'keelson';
import type { ComponentInput } from 'keelson';
import { capability } from '../capabilities.ts';
import { componentLabels } from '../names.ts';
import { solver, workloadIdentity } from './solver.ts';

const name = 'cert-manager';

const issuers = [
  { name: 'letsencrypt-staging', server: 'https://acme-staging-v02.api.letsencrypt.org/directory' },
  { name: 'letsencrypt-prod', server: 'https://acme-v02.api.letsencrypt.org/directory' },
] as const;

export default defineComponent({
  name,
  category: 'security',
  description: 'Issues and renews TLS certificates; ClusterIssuers for the public zones of the environment.',
  owner: 'platform-security',
  lifecycle: { stage: 'ga', since: '2026-01-12' },
  license: 'Apache-2.0',
  requires: [{ capability: 'priority-classes' }, { capability: 'metrics', optional: true }],
  provides: ['certificates'],
  crds: [
    { group: 'acme.cert-manager.io', kind: 'Challenge' },
    { group: 'acme.cert-manager.io', kind: 'Order' },
    { group: 'cert-manager.io', kind: 'Certificate' },
    { group: 'cert-manager.io', kind: 'CertificateRequest' },
    { group: 'cert-manager.io', kind: 'ClusterIssuer' },
    { group: 'cert-manager.io', kind: 'Issuer' },
  ],
  // Short-lived environments come and go often enough to meet the rate limits of the real issuer.
  outputs: ({ environment }) => ({
    certificates: {
      clusterIssuer: environment.lifetime === 'ephemeral' ? 'letsencrypt-staging' : 'letsencrypt-prod',
    },
  }),
  charts: (input) => [
    {
      repository: 'https://charts.jetstack.io',
      chart: 'cert-manager',
      version: 'v1.21.2',
      releaseName: name,
      values: values(input),
    },
  ],
  build(scope, input) {
    new Namespace(scope, 'namespace', {
      metadata: { name, labels: { ...componentLabels(name), ...podSecurityLabels({ enforce: 'restricted' }) } },
    });
    for (const issuer of issuers) {
      new ClusterIssuer(scope, issuer.name, {
        metadata: { name: issuer.name, labels: componentLabels(name) },
        spec: {
          acme: {
            server: issuer.server,
            email: 'platform-security@meridian.example',
            privateKeySecretRef: { name: `${issuer.name}-account` },
            solvers: [solver(input)],
          },
        },
      });
    }
  },
});

function values(input: ComponentInput) {
  const priorityClassName = capability(input, 'priority-classes').platform;
  const replicas = input.environment.tier === 'prod' ? 3 : 2;
  return {
    global: { priorityClassName, leaderElection: { namespace: name } },
    // `keep`: removing the chart must not remove every Certificate of the cluster.
    crds: { enabled: true, keep: true },
    // An annotated Ingress would get a certificate for whatever host it names, and tenants' charts may bring one.
    extraArgs: ['--controllers=*,-ingress-shim'],
    replicaCount: 2,
    podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
    resources: asking('256Mi'),
    serviceAccount: { annotations: workloadIdentity(input) },
    webhook: {
      replicaCount: replicas,
      podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
      resources: asking('64Mi'),
    },
    cainjector: {
      replicaCount: 2,
      podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
      resources: asking('256Mi'),
    },
    prometheus: { enabled: true, servicemonitor: { enabled: input.capabilities['metrics'] !== undefined } },
  };
}

/** Memory is the limit too; these controllers mostly wait. */
function asking(memory: string) {
  return { requests: { cpu: '20m', memory }, limits: { memory } };
}

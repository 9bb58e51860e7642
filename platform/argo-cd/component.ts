import { Namespace, defineComponent, podSecurityLabels } from 'keelson';
import { admissionPolicies } from './admission.ts';
import { commandParameters, generalConfiguration } from './configuration.ts';

/** Helm chart version and the Argo CD in it: 10.9.6 brings v3.5.3. */
const chartVersion = '10.9.6';

export default defineComponent({
  name: 'argo-cd',
  category: 'delivery',
  description: 'Argo CD of a hub: delivers what dist/ holds for the clusters of the hub, itself included.',
  owner: 'team-platform',
  lifecycle: { stage: 'ga' },
  license: 'Apache-2.0',
  namespace: 'argocd',
  placement: { hubOnly: true },
  provides: ['delivery'],
  crds: [
    { group: 'argoproj.io', kind: 'Application' },
    { group: 'argoproj.io', kind: 'ApplicationSet' },
    { group: 'argoproj.io', kind: 'AppProject' },
  ],
  outputs: () => ({ delivery: { namespace: 'argocd' } }),
  charts: () => [
    {
      repository: 'https://argoproj.github.io/argo-helm',
      chart: 'argo-cd',
      version: chartVersion,
      values: {
        // The names that Argo CD's own defaults and upstream's documentation use: argocd-redis, argocd-repo-server...
        fullnameOverride: 'argocd',
        configs: {
          // Ours, in this unit's folder: what they say is read in a diff, not behind a chart's template.
          cm: { create: false },
          params: { create: false },
        },
        dex: { enabled: false },
        notifications: { enabled: false },
        global: { networkPolicy: { create: true } },
      },
    },
  ],
  build(scope, { cluster, environment }) {
    if (cluster.delivery?.namespace !== 'argocd') {
      throw new Error(
        `${cluster.name} names another \`delivery.namespace\`: this component and its policies are made for \`argocd\``,
      );
    }
    new Namespace(scope, 'namespace', {
      metadata: { name: 'argocd', labels: podSecurityLabels({ enforce: 'baseline' }) },
    });
    generalConfiguration(scope);
    commandParameters(scope);
    admissionPolicies(scope, { cluster, environment });
  },
});

import { ConfigMap } from 'keelson';
import type { Chart } from 'cdk8s';
import { applicationHealth } from './application-health.ts';

const labels = (name: string): Readonly<Record<string, string>> => ({
  'app.kubernetes.io/name': name,
  // Argo CD looks for its ConfigMaps by this label.
  'app.kubernetes.io/part-of': 'argocd',
});

/** Kinds that clusters make in masses and nobody declares: watching them costs the hub memory and calls. */
const excluded = `- apiGroups: ["", discovery.k8s.io]
  kinds: [Endpoints, EndpointSlice]
- apiGroups: [coordination.k8s.io]
  kinds: [Lease]
- apiGroups: [authentication.k8s.io, authorization.k8s.io]
  kinds: ["*"]
- apiGroups: [certificates.k8s.io]
  kinds: [CertificateSigningRequest]
- apiGroups: [cert-manager.io]
  kinds: [CertificateRequest]
`;

/** `argocd-cm`: read at run time, a change needs no restart. Keys: Argo CD 3.5, docs/operator-manual/argocd-cm.yaml. */
export function generalConfiguration(scope: Chart): void {
  new ConfigMap(scope, 'general', {
    metadata: { name: 'argocd-cm', namespace: 'argocd', labels: labels('argocd-cm') },
    data: {
      // The admission policy reads who delivered an object from the annotation of this method.
      'application.resourceTrackingMethod': 'annotation',
      'resource.customizations.health.argoproj.io_Application': applicationHealth,
      'resource.exclusions': excluded,
      // A status that changes without the health is no reason to compare again.
      'resource.customizations.ignoreResourceUpdates.all': 'jsonPointers: [/status]\n',
      'resource.customizations.ignoreResourceUpdates.argoproj.io_Application':
        'jqPathExpressions: [\'.metadata.annotations."argocd.argoproj.io/refresh"\', .operation]\n',
      'timeout.reconciliation': '120s',
      'timeout.reconciliation.jitter': '60s',
    },
  });
}

/** `argocd-cmd-params-cm`: read when a controller starts. Keys: docs/operator-manual/argocd-cmd-params-cm.yaml. */
export function commandParameters(scope: Chart): void {
  new ConfigMap(scope, 'parameters', {
    metadata: { name: 'argocd-cmd-params-cm', namespace: 'argocd', labels: labels('argocd-cmd-params-cm') },
    data: {
      // Seconds. While a wave waits for an Application, no newer commit is applied: this ends a wait that has no end. What it ended is
      // not tried again until the next commit, so it is longer than any component takes to come up, or any hook to run.
      'controller.sync.timeout.seconds': '1800',
      'redis.server': 'argocd-redis:6379',
      'repo.server': 'argocd-repo-server:8081',
      // A delivery folder is rendered as one: room for some ten thousand Applications.
      'reposerver.max.combined.directory.manifests.size': '20M',
    },
  });
}

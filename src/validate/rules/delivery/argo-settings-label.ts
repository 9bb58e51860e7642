import { mappingOf, step } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

/** Source: util/settings/settings.go of Argo CD 3.5, which watches what has the label. */
const names: ReadonlySet<string> = new Set(['argocd-cm', 'argocd-rbac-cm', 'argocd-secret']);
const label = 'app.kubernetes.io/part-of';

export const argoSettingsLabel = defineRule({
  id: 'argo-settings-label',
  set: 'recommended',
  title: "Argo CD's own ConfigMaps and Secret have the label `app.kubernetes.io/part-of: argocd`.",
  fix: 'Add the label `app.kubernetes.io/part-of: argocd`.',
  severity: 'warning',
  kinds: ['/ConfigMap', '/Secret'],
  check({ ref, decoded }, report) {
    if (!names.has(ref.name)) return;
    const labels = mappingOf(mappingOf(mappingOf(decoded.object)['metadata'])['labels']);
    if (labels[label] === 'argocd') return;
    report({
      messageId: 'not-seen',
      message: `Argo CD does not see ${ref.name} without the label ${label}: argocd`,
      pointer: labels[label] === undefined ? '/metadata' : `/metadata/labels${step(label)}`,
      ...(typeof labels[label] === 'string' ? { seen: labels[label] } : {}),
      allowed: 'argocd',
    });
  },
});

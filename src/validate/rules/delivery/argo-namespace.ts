import { defineRule } from '../../rule.ts';
import { everyTier } from '../../workloads/index.ts';

export const argoNamespace = defineRule({
  id: 'argo-namespace',
  set: 'recommended',
  title: "AppProjects and Applications lie in Argo CD's namespace, where Argo CD reads them.",
  fix: "Set `metadata.namespace` to Argo CD's namespace.",
  severity: 'warning',
  tiers: everyTier,
  options: { namespace: 'argocd' },
  kinds: ['argoproj.io/AppProject', 'argoproj.io/Application', 'argoproj.io/ApplicationSet'],
  check({ ref, target }, report, _leaveOut, options) {
    const { facts } = target;
    const declared = facts?.cluster.delivery?.namespace;
    const own = declared ?? (typeof options['namespace'] === 'string' ? options['namespace'] : 'argocd');
    if (ref.namespace === own || (ref.namespace === undefined && facts === undefined)) return;
    report({
      messageId: 'elsewhere',
      message: `this ${ref.kind} is in ${ref.namespace ?? 'no namespace'}; Argo CD reads ${ref.kind === 'AppProject' ? 'AppProjects' : 'it without further settings'} in ${own} only`,
      pointer: ref.namespace === undefined ? '/metadata' : '/metadata/namespace',
      seen: ref.namespace ?? 'none',
      allowed: own,
    });
  },
});

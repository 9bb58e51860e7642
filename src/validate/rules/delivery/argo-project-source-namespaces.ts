import { listOf, mappingOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const argoProjectSourceNamespaces = defineRule({
  id: 'argo-project-source-namespaces',
  set: 'recommended',
  title: "An AppProject does not take Applications from Argo CD's own namespace or from all namespaces.",
  fix: 'List in `sourceNamespaces` the namespaces of the teams whose Applications may use the project.',
  severity: 'warning',
  kinds: ['argoproj.io/AppProject'],
  check({ ref, decoded, target }, report) {
    const own = target.facts?.cluster.delivery?.namespace ?? ref.namespace ?? 'argocd';
    const spec = mappingOf(mappingOf(decoded.object)['spec']);
    for (const [index, pattern] of listOf(spec['sourceNamespaces']).entries()) {
      if (typeof pattern !== 'string' || (pattern !== own && !/^\*+$/.test(pattern))) continue;
      report({
        messageId: pattern === own ? 'own' : 'all',
        message:
          pattern === own
            ? `${own} is the namespace of Argo CD itself: its Applications may use every project already`
            : `${pattern} lets an Application of any namespace use the project`,
        pointer: `/spec/sourceNamespaces/${index}`,
        seen: pattern,
        allowed: 'namespaces of teams',
      });
    }
  },
});

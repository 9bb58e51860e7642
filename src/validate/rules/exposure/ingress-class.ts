import type { JsonObject } from '../../../kernel/index.ts';
import type { Ingress } from '../../../schema/types/networking-v1.ts';
import { defineRule } from '../../rule.ts';

const old = 'kubernetes.io/ingress.class';

export const ingressClass = defineRule({
  id: 'ingress-class',
  set: 'strict',
  title: 'An Ingress names its class, one that is allowed, in `ingressClassName`.',
  fix: 'Set `spec.ingressClassName`; who serves an Ingress without one depends on the cluster.',
  severity: 'warning',
  options: { allowed: [] },
  kinds: ['networking.k8s.io/Ingress'],
  check(view, report, _leaveOut, options) {
    if (view.apiVersion !== 'networking.k8s.io/v1') return;
    const { metadata, spec } = view.decoded.object as Ingress;
    const annotated = metadata?.annotations?.[old];
    const name = spec?.ingressClassName ?? annotated;
    const allowed = allowedBy(options);
    if (name === undefined) {
      report({ messageId: 'no-class', message: `Ingress ${view.ref.name} names no class`, pointer: '/spec' });
    } else if (allowed.length > 0 && !allowed.includes(name)) {
      report({
        messageId: 'not-allowed',
        message: `Ingress ${view.ref.name} has the class ${name}, which is not allowed`,
        pointer: spec?.ingressClassName === undefined ? annotation : '/spec/ingressClassName',
        seen: name,
        allowed: allowed.join(', '),
        fix: `Use one of ${allowed.join(', ')}.`,
      });
    } else if (spec?.ingressClassName === undefined) {
      report({
        messageId: 'annotation',
        message: `Ingress ${view.ref.name} names its class by an annotation that Kubernetes left behind in 1.18`,
        pointer: annotation,
        seen: name,
      });
    }
  },
});

const annotation = `/metadata/annotations/${old.replaceAll('/', '~1')}`;

function allowedBy({ allowed }: JsonObject): readonly string[] {
  return Array.isArray(allowed) ? allowed.filter((name) => typeof name === 'string') : [];
}

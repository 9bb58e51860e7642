import { containersOf } from '../../../analysis/index.ts';
import type { IngressClass } from '../../../schema/types/networking-v1.ts';
import { defineRule } from '../../rule.ts';

const controller = 'k8s.io/ingress-nginx';
const image = /(?:^|\/)ingress-nginx\/controller(?:[:@-]|$)/;

export const ingressNginxRetired = defineRule({
  id: 'ingress-nginx-retired',
  set: 'recommended',
  title: 'Nothing is served by ingress-nginx, which nobody maintains.',
  fix: 'Move to a Gateway API implementation or to another controller: since March 2026 ingress-nginx gets no releases, and no fixes for security either.',
  severity: 'warning',
  kinds: ['networking.k8s.io/IngressClass', 'apps/Deployment', 'apps/DaemonSet'],
  check(view, report) {
    if (view.ref.kind === 'IngressClass') {
      const { spec } = view.decoded.object as IngressClass;
      if (view.builtIn === undefined || spec?.controller !== controller) return;
      report({
        messageId: 'class',
        message: `IngressClass ${view.ref.name} is served by ingress-nginx, which was retired in March 2026`,
        pointer: '/spec/controller',
        seen: controller,
      });
      return;
    }
    if (view.pod === undefined || view.builtIn === undefined) return;
    for (const { container, name, pointer } of containersOf(view.pod)) {
      if (container.image === undefined || !image.test(container.image)) continue;
      report({
        messageId: 'controller',
        message: `container ${name} is the controller of ingress-nginx, which was retired in March 2026`,
        pointer: `${pointer}/image`,
        seen: container.image,
      });
    }
  },
});

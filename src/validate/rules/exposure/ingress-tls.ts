import type { Ingress } from '../../../schema/types/networking-v1.ts';
import { defineRule } from '../../rule.ts';

export const ingressTls = defineRule({
  id: 'ingress-tls',
  set: 'recommended',
  title: 'Every Ingress ends TLS.',
  fix: 'List the hosts under `spec.tls`, with the Secret of their certificate in `secretName`.',
  severity: 'warning',
  tiers: ['pre-prod', 'prod'],
  aliases: ['polaris/tlsSettingsMissing'],
  kinds: ['networking.k8s.io/Ingress'],
  check(view, report) {
    if (view.apiVersion !== 'networking.k8s.io/v1') return;
    const { spec } = view.decoded.object as Ingress;
    if ((spec?.tls ?? []).length > 0) return;
    report({
      messageId: 'no-tls',
      message: `Ingress ${view.ref.name} has no \`tls\`: what it serves can be read and changed on the way`,
      pointer: '/spec',
    });
  },
});

import { coversHost } from '../../../analysis/index.ts';
import type { Ingress } from '../../../schema/types/networking-v1.ts';
import { defineRule } from '../../rule.ts';

export const ingressTlsHosts = defineRule({
  id: 'ingress-tls-hosts',
  set: 'recommended',
  title: 'An Ingress with TLS has it for all of its hosts.',
  fix: 'Add the host to `spec.tls[].hosts`, beside a Secret whose certificate is good for it; `*` stands for one label.',
  severity: 'warning',
  kinds: ['networking.k8s.io/Ingress'],
  check(view, report) {
    if (view.apiVersion !== 'networking.k8s.io/v1') return;
    const { tls = [], rules = [] } = (view.decoded.object as Ingress).spec ?? {};
    // Without hosts an entry is for all of them.
    if (tls.length === 0 || tls.some(({ hosts = [] }) => hosts.length === 0)) return;
    const secured = tls.flatMap(({ hosts = [] }) => hosts);
    for (const [index, { host }] of rules.entries()) {
      if (host === undefined || secured.some((name) => coversHost(name, host))) continue;
      report({
        messageId: 'host-without-tls',
        message: `Ingress ${view.ref.name} serves ${host} without TLS: its certificates are for ${secured.join(', ')}`,
        pointer: `/spec/rules/${index}/host`,
        seen: host,
        allowed: secured.join(', '),
      });
    }
  },
});

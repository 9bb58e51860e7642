import type { Ingress } from '../../../schema/types/networking-v1.ts';
import { defineRule } from '../../rule.ts';

/** Annotations whose text becomes part of the controller's own configuration. */
const snippets =
  /^(?:nginx\.ingress\.kubernetes\.io\/(?:(?:configuration|server|stream|auth|modsecurity)-snippet)|nginx\.org\/(?:server|location)-snippets|haproxy(?:-ingress\.github\.io|\.org)\/(?:backend|frontend|global|config)[a-z-]*(?:snippet)?|ingress\.kubernetes\.io\/(?:configuration|server)-snippet)$/;

export const ingressSnippet = defineRule({
  id: 'ingress-snippet',
  set: 'recommended',
  title: 'No Ingress writes into the configuration of its controller.',
  fix: 'Use annotations or a Gateway API filter made for the purpose; a controller that still allows snippets gives its Secrets away to whoever writes an Ingress.',
  severity: 'error',
  aliases: ['checkov/CKV_K8S_152', 'checkov/CKV_K8S_153', 'checkov/CKV_K8S_154'],
  kinds: ['networking.k8s.io/Ingress'],
  check(view, report) {
    if (view.apiVersion !== 'networking.k8s.io/v1') return;
    for (const key of Object.keys((view.decoded.object as Ingress).metadata?.annotations ?? {})) {
      if (!snippets.test(key)) continue;
      report({
        messageId: 'snippet',
        message: `Ingress ${view.ref.name} writes into its controller's configuration, with the controller's rights: it can read the Secrets of every namespace (CVE-2021-25742)`,
        pointer: `/metadata/annotations/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        seen: key,
      });
    }
  },
});

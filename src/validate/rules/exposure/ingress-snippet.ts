import type { Ingress } from '../../../schema/types/networking-v1.ts';
import { defineRule } from '../../rule.ts';

/** Annotations whose text becomes part of the controller's own configuration. */
const snippets =
  /^(?:nginx\.ingress\.kubernetes\.io\/(?:(?:configuration|server|stream|auth|modsecurity)-snippet)|nginx\.org\/(?:server|location)-snippets|haproxy(?:-ingress\.github\.io|\.org)\/(?:backend|frontend|global|config)[a-z-]*(?:snippet)?|ingress\.kubernetes\.io\/(?:configuration|server)-snippet)$/;

/** Annotations that ingress-nginx copies into its configuration, and for long did so as they were. */
const copied = /^nginx\.ingress\.kubernetes\.io\/(?:auth-url|auth-signin|auth-tls-match-cn|mirror-host|mirror-target)$/;

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
    const { name } = view.ref;
    for (const [key, value] of Object.entries((view.decoded.object as Ingress).metadata?.annotations ?? {})) {
      const pointer = `/metadata/annotations/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (snippets.test(key)) {
        report({
          messageId: 'snippet',
          message: `Ingress ${name} writes into its controller's configuration, with the controller's rights: it can read the Secrets of every namespace (CVE-2021-25742)`,
          pointer,
          seen: key,
        });
      } else if (copied.test(key) && /[\n\r;{}]/.test(value)) {
        report({
          messageId: 'injection',
          message: `Ingress ${name} breaks out of ${key} into its controller's configuration: the value goes on after its end (CVE-2025-1097, CVE-2025-1098, CVE-2025-24514)`,
          pointer,
          seen: key,
          fix: 'Take line breaks, `;`, `{` and `}` out of the value.',
        });
      }
    }
  },
});

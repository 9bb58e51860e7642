import { isMapping, step } from '../../../analysis/index.ts';
import { maskedValue } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import type { ObjectView } from '../../view.ts';
import { isOpen } from './secret-value.ts';

const applied = 'kubectl.kubernetes.io/last-applied-configuration';

/** What a Secret that configures Argo CD says beside its credentials. */
const argoSettings = new Set(
  'type url name project server namespaces clusterResources enableLfs enableOCI insecure insecureIgnoreHostKey forceHttpBasicAuth username githubAppID githubAppInstallationID githubAppEnterpriseBaseUrl proxy noProxy'.split(
    ' ',
  ),
);

export const plainSecret = defineRule({
  id: 'plain-secret',
  set: 'recommended',
  title: 'No Secret holds data in plain text.',
  fix: 'Change it, since it is in the history of the repository; write an ExternalSecret that takes the new one from a store, or seal it.',
  severity: 'error',
  kinds: ['/Secret'],
  check(view, report) {
    const { value } = view.manifest;
    // What SOPS encrypts has a rule of its own.
    if (isMapping(memberOf(view, 'sops'))) return;
    const { metadata } = value;
    const { labels, annotations } = isMapping(metadata) ? metadata : {};
    const isArgo = isMapping(labels) && labels['argocd.argoproj.io/secret-type'] !== undefined;
    for (const field of ['data', 'stringData'] as const) {
      const data = memberOf(view, field);
      if (!isMapping(data)) continue;
      const open = Object.entries(data)
        .filter(([key, text]) => !(isArgo && argoSettings.has(key)) && isOpen(text, field))
        .map(([key]) => key);
      if (open.length === 0) continue;
      report({
        messageId: 'data',
        message: `${field} holds ${open.map((key) => `"${key}"`).join(', ')} in plain text${field === 'data' ? ': base64 hides nothing' : ''}`,
        pointer: `/${field}`,
        seen: maskedValue,
        atKey: true,
      });
    }
    const copy = isMapping(annotations) ? annotations[applied] : undefined;
    if (typeof copy !== 'string' || !/"(?:data|stringData)":\{"/.test(copy)) return;
    report({
      messageId: 'annotation',
      message: `the annotation ${applied} holds a copy of the data`,
      pointer: `/metadata/annotations${step(applied)}`,
      seen: maskedValue,
      fix: 'Remove the annotation: it is what `kubectl apply` keeps for itself.',
      atKey: true,
    });
  },
});

/** As it was read: encrypted data is no base64, and decoding leaves it out. */
function memberOf({ manifest }: ObjectView, name: string): unknown {
  return manifest.value[name];
}

import { listOf, textOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

/** Each of these makes an issuer prove a host, and hand out a certificate for it. */
const kept = [
  'acme.cert-manager.io/Challenge',
  'acme.cert-manager.io/Order',
  'cert-manager.io/Certificate',
  'cert-manager.io/CertificateRequest',
] as const;

export const tenantCertificates = defineRule({
  id: 'tenant-certificates',
  set: 'recommended',
  title: "A tenant's AppProject leaves certificates to the platform.",
  fix: "Add the kinds to `namespaceResourceBlacklist`, and let the baseline render the tenant's Certificates for the hosts that it declares.",
  severity: 'error',
  needs: 'fleet',
  kinds: ['argoproj.io/AppProject'],
  checkSet(world, report) {
    const issues = world.facts?.fleet.components.some(({ crds }) => crds.some(({ kind }) => kind === 'Certificate'));
    if (issues !== true) return;
    for (const project of world.ofKind('argoproj.io/AppProject')) {
      const owner = project.unit?.owner;
      if (owner === undefined || owner === 'platform') continue;
      const lists = (key: string) => listOf(project.object, 'spec', key);
      const allowed = lists('namespaceResourceWhitelist');
      const open = kept.filter(
        (kind) => (allowed.length === 0 || names(allowed, kind)) && !names(lists('namespaceResourceBlacklist'), kind),
      );
      if (open.length === 0) continue;
      report(project, {
        messageId: 'allowed',
        message: `AppProject ${project.ref.name} lets tenant ${owner} deliver ${open.join(', ')}: the platform's issuers prove every host of their zones, also those of other tenants`,
        pointer: '/spec',
        seen: open.join(', '),
      });
    }
  },
});

/** Argo CD takes `*` for any part of a group or kind. */
function names(list: readonly unknown[], wanted: string): boolean {
  const [group = '', kind = ''] = wanted.split('/');
  return list.some(
    (entry) => matches(textOf(entry, 'group') ?? '', group) && matches(textOf(entry, 'kind') ?? '', kind),
  );
}

function matches(pattern: string, text: string): boolean {
  return pattern === text || new RegExp(`^${pattern.split('*').map(literal).join('.*')}$`).test(text);
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

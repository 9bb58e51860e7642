import { isWithin, tenancyOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

const key = 'external-dns.alpha.kubernetes.io/target';

export const externalDnsTarget = defineRule({
  id: 'external-dns-target',
  set: 'recommended',
  title: "A tenant's DNS records lead to names of the environment.",
  fix: "Remove the annotation: the gateway's address is the target, or name a host of the environment's domain.",
  severity: 'error',
  needs: 'fleet',
  kinds: 'every',
  checkSet(world, report) {
    const tenancy = tenancyOf(world);
    const domains = world.facts?.environment.domains;
    if (tenancy === undefined || domains === undefined) return;
    const zones = [domains.ingress, domains.internal, domains.dns?.zone].filter((zone) => zone !== undefined);
    for (const object of world.objects) {
      const tenant = tenancy.ownerOf(object.ref.namespace);
      const value = Object.hasOwn(object.annotations, key) ? object.annotations[key] : undefined;
      if (tenant === undefined || value === undefined) continue;
      for (const target of value.split(',').map((part) => part.trim().toLowerCase())) {
        if (target === '' || zones.some((zone) => isWithin(target, zone))) continue;
        report(object, {
          messageId: 'outside',
          message: `${object.ref.kind} ${object.ref.name} of tenant ${tenant.name} makes DNS records that lead to ${target}, outside ${zones.join(', ') || 'every domain'}`,
          pointer: `/metadata/annotations/${key.replaceAll('/', '~1')}`,
          seen: target,
          allowed: zones.join(', '),
        });
      }
    }
  },
});

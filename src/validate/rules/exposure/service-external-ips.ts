import type { Service } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';

export const serviceExternalIps = defineRule({
  id: 'service-external-ips',
  set: 'recommended',
  title: 'No Service takes addresses of others by `externalIPs`.',
  fix: 'Remove `externalIPs`, and use a load balancer or a Gateway to be reached from outside.',
  severity: 'warning',
  kinds: ['/Service'],
  check(view, report) {
    for (const [index, address] of ((view.decoded.object as Service).spec?.externalIPs ?? []).entries()) {
      report({
        messageId: 'external-ip',
        message: `Service ${view.ref.name} takes the cluster's traffic to ${address}, whosever address that is (CVE-2020-8554)`,
        pointer: `/spec/externalIPs/${index}`,
        seen: address,
      });
    }
  },
});

import { memberOf, podKinds } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { everyTier, textsOption } from '../../workloads/index.ts';

export const costLabels = defineRule({
  id: 'cost-labels',
  set: 'recommended',
  title: 'What costs money says whose it is.',
  fix: 'Put the labels of the tenant on the object and on its pod template.',
  severity: 'warning',
  tiers: everyTier,
  needs: 'fleet',
  options: { labels: [] },
  kinds: [...podKinds, '/Namespace', '/PersistentVolumeClaim', '/Service'],
  check(view, report, _leaveOut, options) {
    const tenant = view.manifest.file.origin?.unit.tenant;
    if (tenant === undefined || view.builtIn === undefined) return;
    const { ref, pod, decoded } = view;
    // Of Services only those that a provider charges for.
    if (ref.kind === 'Service' && memberOf(decoded.object, 'spec', 'type') !== 'LoadBalancer') return;
    const places = [{ labels: memberOf(decoded.object, 'metadata', 'labels'), pointer: '/metadata/labels' }];
    if (pod !== undefined && pod.pointer !== '')
      places.push({ labels: pod.metadata.labels, pointer: `${pod.pointer}/metadata/labels` });
    const keys = textsOption(options, 'labels');
    for (const { labels, pointer } of places) {
      const own: Readonly<Record<string, unknown>> = typeof labels === 'object' && labels !== null ? { ...labels } : {};
      const named =
        keys.length === 0 ? Object.values(own).includes(tenant) : keys.every((key) => Object.hasOwn(own, key));
      if (named) continue;
      report({
        messageId: keys.length === 0 ? 'no-tenant' : 'missing',
        message:
          keys.length === 0
            ? `no label says that it is tenant "${tenant}" who pays for it`
            : `what tells whose costs these are is missing: ${keys.filter((key) => !Object.hasOwn(own, key)).join(', ')}`,
        pointer,
      });
    }
  },
});

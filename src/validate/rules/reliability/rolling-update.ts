import { memberOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { textAt } from '../../workloads/index.ts';

const fields: Readonly<Record<string, string>> = {
  Deployment: 'strategy',
  StatefulSet: 'updateStrategy',
  DaemonSet: 'updateStrategy',
};

export const rollingUpdate = defineRule({
  id: 'rolling-update',
  set: 'strict',
  title: 'A workload is replaced pod by pod.',
  fix: 'Remove the strategy, or set its type to RollingUpdate with `maxUnavailable` below 100%.',
  severity: 'warning',
  aliases: ['kube-linter/no-rolling-update-strategy', 'kube-score/deployment-strategy'],
  kinds: ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet'],
  check({ decoded, ref, builtIn }, report) {
    const field = fields[ref.kind];
    if (field === undefined || builtIn === undefined) return;
    const type = textAt(decoded.object, 'spec', field, 'type') ?? 'RollingUpdate';
    if (type === 'Recreate' || type === 'OnDelete') {
      report({
        messageId: type,
        message:
          type === 'Recreate'
            ? 'all pods end before the first new one starts: nobody answers during a rollout'
            : 'a change reaches a pod only when somebody deletes it',
        pointer: `/spec/${field}/type`,
        seen: type,
        allowed: 'RollingUpdate',
      });
      return;
    }
    const unavailable = memberOf(decoded.object, 'spec', field, 'rollingUpdate', 'maxUnavailable');
    if (unavailable !== '100%') return;
    report({
      messageId: 'all-at-once',
      message: 'all pods may be missing at once: nobody answers during a rollout',
      pointer: `/spec/${field}/rollingUpdate/maxUnavailable`,
      seen: '100%',
      allowed: 'less than 100%',
    });
  },
});

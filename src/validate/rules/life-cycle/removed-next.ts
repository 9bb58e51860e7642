import { judgeKind } from '../../../schema/index.ts';
import { defineRule } from '../../rule.ts';

export const removedNext = defineRule({
  id: 'removed-next',
  set: 'life-cycle',
  title: 'An object uses an API version that the next version of the cluster (`--kubernetes-next`) still serves.',
  fix: 'Move to the API version that replaces it before the cluster is upgraded.',
  severity: 'warning',
  kinds: 'every',
  check({ apiVersion, ref, target, builtIn }, report) {
    if (target.next === undefined || builtIn === undefined) return;
    const verdict = judgeKind(apiVersion, ref.kind, target.next);
    if (verdict.status !== 'removed') return;
    const instead = verdict.replacement?.replace(/\/([^/ ]+)$/, ' $1');
    report({
      messageId: 'removed',
      message: `Kubernetes 1.${target.next} does not serve ${apiVersion} ${ref.kind}`,
      pointer: '/apiVersion',
      seen: apiVersion,
      ...(instead === undefined ? {} : { allowed: instead, fix: `Use ${instead} before the upgrade.` }),
    });
  },
});

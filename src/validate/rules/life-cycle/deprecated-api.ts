import { judgeKind } from '../../../schema/index.ts';
import { defineRule } from '../../rule.ts';

export const deprecatedApi = defineRule({
  id: 'deprecated-api',
  set: 'life-cycle',
  title: 'An object uses an API version that is not on its way out.',
  fix: 'Move to the API version that replaces it before the version of Kubernetes that removes it.',
  severity: 'warning',
  aliases: ['kube-score/stable-version'],
  kinds: 'every',
  check({ apiVersion, ref, target }, report) {
    const verdict = judgeKind(apiVersion, ref.kind, target.minor);
    if (verdict.status !== 'served' || verdict.deprecated === undefined) return;
    const { since, removed, replacement } = verdict.deprecated;
    const instead = replacement?.replace(/\/([^/ ]+)$/, ' $1');
    const until = removed === undefined ? '' : ` and is not served from 1.${removed} on`;
    report({
      messageId: 'deprecated',
      message: `${apiVersion} ${ref.kind} is deprecated since Kubernetes 1.${since}${until}`,
      pointer: '/apiVersion',
      seen: apiVersion,
      ...(instead === undefined ? {} : { allowed: instead, fix: `Use ${instead}.` }),
    });
  },
});

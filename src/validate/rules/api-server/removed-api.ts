import { judgeKind } from '../../../schema/index.ts';
import { defineRule } from '../../rule.ts';

export const removedApi = defineRule({
  id: 'removed-api',
  set: 'api-server',
  title: 'An object uses an API version that its version of Kubernetes still serves.',
  fix: 'Move to the API version that replaces it; the fields may have changed with it.',
  severity: 'error',
  aliases: ['kube-linter/no-extensions-v1beta', 'kube-score/stable-version'],
  kinds: 'unknown',
  check({ apiVersion, ref, target }, report) {
    const verdict = judgeKind(apiVersion, ref.kind, target.minor);
    if (verdict.status !== 'removed') return;
    const { since, replacement } = verdict;
    const instead = replacement?.replace(/\/([^/ ]+)$/, ' $1');
    report({
      messageId: 'removed',
      message: `${apiVersion} ${ref.kind} is not served since Kubernetes 1.${since}`,
      pointer: '/apiVersion',
      seen: apiVersion,
      ...(instead === undefined ? {} : { allowed: instead, fix: `Use ${instead}; its fields may have changed.` }),
    });
  },
});

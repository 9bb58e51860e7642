import { judgeKind } from '../../../schema/index.ts';
import { defineRule } from '../../rule.ts';

export const schemaMissing = defineRule({
  id: 'schema-missing',
  set: 'api-server',
  title: 'There is a schema for every custom resource.',
  fix: 'Put the custom resource definition among the manifests, or pull its schema once with `keelson schema pull`.',
  severity: 'warning',
  kinds: 'unknown',
  check({ apiVersion, ref, target }, report, leaveOut) {
    if (judgeKind(apiVersion, ref.kind, target.minor).status !== 'unknown') return;
    report({
      messageId: 'missing',
      message: `no schema is known for ${apiVersion} ${ref.kind}, so it was not checked`,
      pointer: '/kind',
      seen: `${apiVersion} ${ref.kind}`,
    });
    leaveOut('schema-missing', `${apiVersion}/${ref.kind}`);
  },
});

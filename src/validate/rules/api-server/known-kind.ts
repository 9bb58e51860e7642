import { judgeKind } from '../../../schema/index.ts';
import { defineRule } from '../../rule.ts';

export const knownKind = defineRule({
  id: 'known-kind',
  set: 'api-server',
  title:
    'An object has a kind that its version of Kubernetes serves, or one that a custom resource definition declares.',
  fix: 'Correct `apiVersion` and `kind`.',
  severity: 'error',
  aliases: ['kube-linter/schema-validation'],
  kinds: 'unknown',
  check({ apiVersion, ref, target }, report) {
    const verdict = judgeKind(apiVersion, ref.kind, target.minor);
    const kind = `${apiVersion} ${ref.kind}`;
    if (verdict.status === 'misspelt') {
      const nearest = verdict.nearest.map(spell);
      report({
        messageId: 'misspelt',
        message: `Kubernetes 1.${target.minor} knows no kind ${kind}`,
        pointer: '/kind',
        seen: kind,
        ...(nearest.length === 0 ? {} : { allowed: nearest.join(', '), fix: `Did you mean ${nearest.join(' or ')}?` }),
      });
    } else if (verdict.status === 'too-new') {
      const { since, replacement } = verdict;
      report({
        messageId: 'too-new',
        message: `${kind} is served from Kubernetes 1.${since} on, not by 1.${target.minor}`,
        pointer: '/apiVersion',
        seen: kind,
        ...(replacement === undefined ? {} : { allowed: spell(replacement), fix: `Use ${spell(replacement)}.` }),
      });
    }
  },
});

/** `apps/v1/Deployment` -> `apps/v1 Deployment`; other words stay. */
function spell(id: string): string {
  return id.includes(' ') ? id : id.replace(/\/([^/]+)$/, ' $1');
}

import { mappingOf, step } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { wordsOf } from './written.ts';

/** Source: pkg/sync/common/types.go of gitops-engine, and controller/hook.go of Argo CD 3.5. */
const annotations = [
  {
    name: 'argocd.argoproj.io/hook',
    what: 'phase',
    effect: 'the object is run in no phase for it',
    known: ['PreSync', 'Sync', 'PostSync', 'SyncFail', 'Skip', 'PreDelete', 'PostDelete'],
  },
  {
    name: 'argocd.argoproj.io/hook-delete-policy',
    what: 'policy',
    effect: 'it is passed over',
    known: ['HookSucceeded', 'HookFailed', 'BeforeHookCreation'],
  },
] as const;

export const argoHook = defineRule({
  id: 'argo-hook',
  set: 'recommended',
  title: 'Hooks of Argo CD name phases and delete policies that Argo CD knows.',
  fix: 'Correct the word: Argo CD passes over what it does not know, without an error.',
  severity: 'error',
  kinds: 'every',
  check({ decoded }, report) {
    const own = mappingOf(mappingOf(mappingOf(decoded.object)['metadata'])['annotations']);
    for (const { name, what, effect, known } of annotations) {
      const value = own[name];
      if (typeof value !== 'string' || value.includes('{{')) continue;
      const pointer = `/metadata/annotations${step(name)}`;
      for (const word of wordsOf(value)) {
        if (known.some((one) => one === word)) continue;
        report({
          messageId: what,
          message: `Argo CD knows no hook ${what} ${word}: ${effect}`,
          pointer,
          seen: word,
          allowed: known.join(', '),
        });
      }
    }
    const policies = wordsOf(text(own['argocd.argoproj.io/hook-delete-policy']));
    if (policies.length > 0 && own['argocd.argoproj.io/hook'] === undefined && own['helm.sh/hook'] === undefined) {
      report({
        messageId: 'no-hook',
        message: 'the object has a hook delete policy and is no hook',
        pointer: `/metadata/annotations${step('argocd.argoproj.io/hook-delete-policy')}`,
        severity: 'warning',
        fix: 'Give it `argocd.argoproj.io/hook`, or remove the policy.',
      });
    }
  },
});

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

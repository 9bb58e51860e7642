import { listOf, mappingOf, step } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import type { ReportProblem } from '../../rule.ts';
import { applicationSpecOf, isFilledIn, syncPolicyOf } from './application.ts';
import { wordsOf } from './written.ts';

const annotation = 'argocd.argoproj.io/sync-options';
const yesOrNo = ['true', 'false'] as const;

/** Option -> values. Source: docs/user-guide/sync-options.md and controller/sync.go of Argo CD 3.5. */
const options: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['Prune', ['true', 'false', 'confirm']],
  ['Delete', ['true', 'false', 'confirm']],
  ['PrunePropagationPolicy', ['foreground', 'background', 'orphan']],
  ...[
    'ApplyOutOfSyncOnly',
    'ClientSideApplyMigration',
    'CreateNamespace',
    'FailOnSharedResource',
    'Force',
    'PruneLast',
    'Replace',
    'RespectIgnoreDifferences',
    'ServerSideApply',
    'SkipDryRunOnMissingResource',
    'Validate',
  ].map((name) => [name, yesOrNo] as const),
]);

export const argoSyncOptions = defineRule({
  id: 'argo-sync-options',
  set: 'recommended',
  title: 'Sync options are ones that Argo CD knows.',
  fix: 'Correct the option: Argo CD passes over what it does not know, without an error.',
  severity: 'error',
  kinds: 'every',
  check({ ref, decoded }, report) {
    const own = mappingOf(mappingOf(mappingOf(decoded.object)['metadata'])['annotations'])[annotation];
    if (typeof own === 'string') {
      for (const word of wordsOf(own)) judge(word, `/metadata/annotations${step(annotation)}`, report);
    }
    if (ref.group !== 'argoproj.io' || (ref.kind !== 'Application' && ref.kind !== 'ApplicationSet')) return;
    const application = applicationSpecOf(ref, decoded.object);
    if (application === undefined) return;
    for (const [index, option] of listOf(syncPolicyOf(application)['syncOptions']).entries()) {
      if (typeof option === 'string') judge(option, `${application.pointer}/syncPolicy/syncOptions/${index}`, report);
    }
  },
});

function judge(word: string, pointer: string, report: ReportProblem): void {
  if (isFilledIn(word)) return;
  const [name = '', value = ''] = word.split('=');
  const values = options.get(name);
  if (values?.includes(value) === true) return;
  report({
    messageId: values === undefined ? 'unknown-option' : 'unknown-value',
    message:
      values === undefined
        ? `Argo CD knows no sync option ${name}`
        : `the sync option ${name} cannot be ${value === '' ? 'without a value' : value}`,
    pointer,
    seen: word,
    allowed: values === undefined ? [...options.keys()].toSorted().join(', ') : values.join(', '),
  });
}

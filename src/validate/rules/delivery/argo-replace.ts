import { listOf, mappingOf, step } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { applicationSpecOf, syncPolicyOf } from './application.ts';
import { protectedKinds } from './protected-kinds.ts';
import { wordsOf } from './written.ts';

const annotation = 'argocd.argoproj.io/sync-options';

export const argoReplace = defineRule({
  id: 'argo-replace',
  set: 'recommended',
  title:
    'No Application replaces or deletes and recreates all that it delivers, and nothing that holds data is recreated by force.',
  fix: 'Remove the option, or set it with the annotation `argocd.argoproj.io/sync-options` on the single object that needs it.',
  severity: 'warning',
  kinds: ['argoproj.io/Application', 'argoproj.io/ApplicationSet', ...protectedKinds],
  check({ ref, decoded }, report) {
    const application = ref.group === 'argoproj.io' ? applicationSpecOf(ref, decoded.object) : undefined;
    if (application !== undefined) {
      for (const [index, option] of listOf(syncPolicyOf(application)['syncOptions']).entries()) {
        if (option !== 'Replace=true' && option !== 'Force=true') continue;
        report({
          messageId: option === 'Force=true' ? 'force' : 'replace',
          message:
            option === 'Force=true'
              ? 'Force=true deletes and recreates whatever of the Application cannot be applied'
              : 'Replace=true overwrites every object of the Application, fields of other managers too, at every sync',
          pointer: `${application.pointer}/syncPolicy/syncOptions/${index}`,
          seen: option,
        });
      }
    }
    if (ref.group === 'argoproj.io') return;
    const own = mappingOf(mappingOf(mappingOf(decoded.object)['metadata'])['annotations'])[annotation];
    if (typeof own !== 'string' || !wordsOf(own).includes('Force=true')) return;
    report({
      messageId: 'force-data',
      message: `Force=true may delete this ${ref.kind}, and with it all that it holds`,
      pointer: `/metadata/annotations${step(annotation)}`,
      seen: own,
      fix: 'Remove Force=true, and make the change that cannot be applied by hand.',
    });
  },
});

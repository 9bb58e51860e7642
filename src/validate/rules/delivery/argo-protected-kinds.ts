import { mappingOf, step } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { protectedKinds } from './protected-kinds.ts';
import { wordsOf } from './written.ts';

const annotation = 'argocd.argoproj.io/sync-options';

export const argoProtectedKinds = defineRule({
  id: 'argo-protected-kinds',
  set: 'recommended',
  title:
    'A Namespace, PersistentVolumeClaim or CustomResourceDefinition is not pruned or deleted before somebody confirms it.',
  fix: 'Annotate it with `argocd.argoproj.io/sync-options: Delete=confirm,Prune=confirm`.',
  severity: 'error',
  needs: 'fleet',
  kinds: protectedKinds,
  check({ ref, decoded }, report) {
    const annotations = mappingOf(mappingOf(mappingOf(decoded.object)['metadata'])['annotations']);
    const value = annotations[annotation];
    const words = wordsOf(typeof value === 'string' ? value : '');
    const open = ['Prune', 'Delete'].filter(
      (option) => !words.includes(`${option}=confirm`) && !words.includes(`${option}=false`),
    );
    if (open.length === 0) return;
    report({
      messageId: 'unprotected',
      message: `nothing stops Argo CD from deleting this ${ref.kind}, and all that it holds: ${open.join(' and ')} ${open.length === 1 ? 'is' : 'are'} not set to confirm`,
      pointer: value === undefined ? '/metadata' : `/metadata/annotations${step(annotation)}`,
      ...(typeof value === 'string' ? { seen: value } : {}),
      allowed: 'Prune=confirm or Prune=false, Delete=confirm or Delete=false',
    });
  },
});

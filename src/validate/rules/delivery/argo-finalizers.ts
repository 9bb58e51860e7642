import { listOf, mappingOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

/** Source: application_defaults.go and types.go of Argo CD 3.5; the two hooks' finalizers may name a stage. */
const known =
  /^(?:resources-finalizer\.argocd\.argoproj\.io(?:\/(?:foreground|background))?|(?:pre|post)-delete-finalizer\.argocd\.argoproj\.io(?:\/.+)?)$/;

export const argoFinalizers = defineRule({
  id: 'argo-finalizers',
  set: 'recommended',
  title: 'A finalizer of Argo CD on an Application or AppProject is one that Argo CD removes again.',
  fix: 'Write `resources-finalizer.argocd.argoproj.io`, or with `/background` at its end; anything else keeps the object for ever.',
  severity: 'error',
  kinds: ['argoproj.io/Application', 'argoproj.io/AppProject', 'argoproj.io/ApplicationSet'],
  check({ ref, decoded }, report) {
    const object = mappingOf(decoded.object);
    const template = mappingOf(mappingOf(object['spec'])['template']);
    const places =
      ref.kind === 'ApplicationSet'
        ? ([['/spec/template/metadata/finalizers', mappingOf(template['metadata'])]] as const)
        : ([['/metadata/finalizers', mappingOf(object['metadata'])]] as const);
    for (const [pointer, metadata] of places) {
      for (const [index, finalizer] of listOf(metadata['finalizers']).entries()) {
        if (typeof finalizer !== 'string' || !finalizer.includes('argoproj.io') || finalizer.includes('{{')) continue;
        if (known.test(finalizer)) continue;
        report({
          messageId: 'unknown',
          message: `Argo CD knows no finalizer ${finalizer} and will not remove it: the object cannot be deleted`,
          pointer: `${pointer}/${index}`,
          seen: finalizer,
          allowed: 'resources-finalizer.argocd.argoproj.io, with /foreground or /background',
        });
      }
    }
  },
});

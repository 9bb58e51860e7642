import { step } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { fieldsOf, wordsOf } from './raw.ts';

/** All annotations together: TotalAnnotationSizeLimitB in apimachinery's validation of object metadata. */
const limit = 262_144;
const annotation = 'argocd.argoproj.io/sync-options';

export const lastAppliedSize = defineRule({
  id: 'last-applied-size',
  set: 'strict',
  title: 'An object that is too large for the annotation of client-side apply asks for server-side apply.',
  fix: 'Annotate it with `argocd.argoproj.io/sync-options: ServerSideApply=true`, or apply it with `--server-side`.',
  severity: 'warning',
  kinds: ['apiextensions.k8s.io/CustomResourceDefinition', '/ConfigMap', '/Secret'],
  check({ manifest, target }, report) {
    // Every Application that is rendered here applies on the server.
    if (target.facts !== undefined) return;
    const own = fieldsOf(fieldsOf(manifest.value['metadata'])['annotations'])[annotation];
    if (
      typeof own === 'string' &&
      wordsOf(own).some((word) => word === 'ServerSideApply=true' || word === 'Replace=true')
    )
      return;
    const bytes = Buffer.byteLength(JSON.stringify(manifest.value));
    if (bytes <= limit) return;
    report({
      messageId: 'too-large',
      message: `the object has ${bytes} bytes, and client-side apply keeps all of it in an annotation, which takes ${limit}`,
      pointer: typeof own === 'string' ? `/metadata/annotations${step(annotation)}` : '/metadata',
      seen: `${bytes} bytes`,
      allowed: `${limit} bytes, or server-side apply`,
    });
  },
});

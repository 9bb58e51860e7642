import { defineRule } from '../../rule.ts';
import { everyTier, textAt } from '../../workloads/index.ts';

/** Bytes that the annotations of an object may have together (k8s.io/apimachinery, `TotalAnnotationSizeLimitB`). */
const limit = 262_144;

export const annotationSize = defineRule({
  id: 'annotation-size',
  set: 'recommended',
  title: 'An object that is applied by the client fits into an annotation.',
  fix: 'Apply it on the server: `argocd.argoproj.io/sync-options: ServerSideApply=true`, or split it.',
  severity: 'error',
  tiers: everyTier,
  kinds: 'every',
  check({ manifest, decoded, target }, report) {
    // Nothing in a small file is large.
    if (manifest.file.text.length <= limit) return;
    const options = (textAt(decoded.object, 'metadata', 'annotations', 'argocd.argoproj.io/sync-options') ?? '').split(
      ',',
    );
    const says = (option: string): boolean => options.some((one) => one.trim() === option);
    if (says('ServerSideApply=true') || says('Replace=true')) return;
    // The Applications of a fleet apply on the server, unless the object itself says otherwise.
    if (target.facts !== undefined && !says('ServerSideApply=false')) return;
    const size = Buffer.byteLength(
      JSON.stringify(manifest.value, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
    );
    if (size <= limit) return;
    report({
      messageId: 'too-large',
      message: `client-side apply copies the ${size} bytes of the object into an annotation, and the server refuses it`,
      pointer: '/metadata/annotations',
      seen: `${size} bytes`,
      allowed: `${limit} bytes`,
    });
  },
});

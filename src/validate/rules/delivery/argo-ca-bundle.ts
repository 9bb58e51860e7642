import { listOf, mappingOf, textOf } from '../../../analysis/index.ts';
import type { Loose } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

/** Source: https://cert-manager.io/docs/concepts/ca-injector/ */
const annotations = ['inject-ca-from', 'inject-ca-from-secret', 'inject-apiserver-ca'].map(
  (name) => `cert-manager.io/${name}`,
);

export const argoCaBundle = defineRule({
  id: 'argo-ca-bundle',
  set: 'recommended',
  title: 'A CA bundle that cert-manager fills in is not in the repository, too.',
  fix: 'Remove `caBundle`: the injector sets it, and what is in the repository would be a difference for ever.',
  severity: 'warning',
  kinds: [
    'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
    'admissionregistration.k8s.io/MutatingWebhookConfiguration',
    'apiextensions.k8s.io/CustomResourceDefinition',
    'apiregistration.k8s.io/APIService',
  ],
  check({ decoded }, report) {
    const object = mappingOf(decoded.object);
    const own = mappingOf(mappingOf(object['metadata'])['annotations']);
    const injected = annotations.find((name) => own[name] !== undefined);
    if (injected === undefined) return;
    for (const pointer of bundlesIn(object)) {
      report({
        messageId: 'twice',
        message: `${injected} has cert-manager fill in the CA bundle, and the repository holds another: they overwrite each other, and Argo CD shows a difference for ever`,
        pointer,
      });
    }
  },
});

function bundlesIn(object: Loose): readonly string[] {
  const spec = mappingOf(object['spec']);
  const conversion = mappingOf(mappingOf(mappingOf(spec['conversion'])['webhook'])['clientConfig']);
  const places: readonly (readonly [Loose, string])[] = [
    ...listOf(object['webhooks']).map(
      (item, index) => [mappingOf(mappingOf(item)['clientConfig']), `/webhooks/${index}/clientConfig`] as const,
    ),
    [conversion, '/spec/conversion/webhook/clientConfig'],
    [spec, '/spec'],
  ];
  return places
    .filter(([holder]) => textOf(holder['caBundle']) !== undefined)
    .map(([, pointer]) => `${pointer}/caBundle`);
}

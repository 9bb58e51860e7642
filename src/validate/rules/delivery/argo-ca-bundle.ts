import { defineRule } from '../../rule.ts';
import { fieldsOf, itemsOf, textOf } from './raw.ts';
import type { Raw } from './raw.ts';

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
    const object = fieldsOf(decoded.object);
    const own = fieldsOf(fieldsOf(object['metadata'])['annotations']);
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

function bundlesIn(object: Raw): readonly string[] {
  const spec = fieldsOf(object['spec']);
  const conversion = fieldsOf(fieldsOf(fieldsOf(spec['conversion'])['webhook'])['clientConfig']);
  const places: readonly (readonly [Raw, string])[] = [
    ...itemsOf(object['webhooks']).map(
      (item, index) => [fieldsOf(fieldsOf(item)['clientConfig']), `/webhooks/${index}/clientConfig`] as const,
    ),
    [conversion, '/spec/conversion/webhook/clientConfig'],
    [spec, '/spec'],
  ];
  return places
    .filter(([holder]) => textOf(holder['caBundle']) !== undefined)
    .map(([, pointer]) => `${pointer}/caBundle`);
}

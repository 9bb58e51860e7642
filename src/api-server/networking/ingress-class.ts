import { dns1123Label, dns1123Subdomain, domainPrefixedPath } from '../../formats/index.ts';
import type { IngressClass, IngressClassParametersReference } from '../../schema/types/networking-v1.ts';
import type { Check } from '../check.ts';
import { forbidden, required, tooLong } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkUnchanged } from '../same-value.ts';
import { checkOneOf, checkRequiredText, checkText } from '../text-field.ts';
import { validateReference } from './ingress-backend.ts';

const specAt = child(undefined, 'spec');
const longestController = 250;

export const ingressClassValidation = defineKind<IngressClass>({
  group: 'networking.k8s.io',
  kind: 'IngressClass',
  versions: ['v1'],
  rule: {
    id: 'valid-ingress-class',
    title: 'An IngressClass names its controller by domain and path, and its parameters by kind, name and scope.',
    fix: 'Write `spec.controller` as `<domain>/<path>`, and give parameters of scope Namespace a namespace.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, ingressClass) {
    const { controller = '', parameters } = ingressClass.spec ?? {};
    const at = child(specAt, 'controller');
    if (Buffer.byteLength(controller) > longestController) tooLong(check, at, longestController);
    checkRequiredText(check, at, controller, domainPrefixedPath);
    if (parameters !== undefined) validateParameters(check, parameters);
  },
  validateUpdate(check, ingressClass, old) {
    checkUnchanged(check, child(specAt, 'controller'), ingressClass.spec?.controller, old.spec?.controller);
  },
});

function validateParameters(check: Check, parameters: IngressClassParametersReference): void {
  const at = child(specAt, 'parameters');
  validateReference(check, parameters, at);
  const { scope = 'Cluster', namespace } = parameters;
  const namespaceAt = child(at, 'namespace');
  checkOneOf(check, child(at, 'scope'), scope, ['Cluster', 'Namespace']);
  if (scope === 'Cluster' && namespace !== undefined) forbidden(check, namespaceAt, 'has no place in scope Cluster');
  if (scope !== 'Namespace') return;
  if (namespace === undefined) required(check, namespaceAt, 'must be set for scope Namespace');
  else checkText(check, namespaceAt, namespace, dns1123Label);
}

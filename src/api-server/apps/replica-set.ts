import { dns1123Subdomain } from '../../formats/index.ts';
import type { ReplicaSet } from '../../schema/types/apps-v1.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkNotNegative } from '../number-field.ts';
import { checkUnchanged } from '../same-value.ts';
import { validateSelectedTemplate } from './selected-template.ts';

export const replicaSetValidation = defineKind<ReplicaSet>({
  group: 'apps',
  kind: 'ReplicaSet',
  rule: {
    id: 'valid-replica-set',
    title: 'A ReplicaSet is one that the API server accepts.',
    fix: 'Let `spec.selector` select the labels of the template and never change it.',
  },
  name: dns1123Subdomain,
  validate(check, { spec = {} }) {
    const at = child(undefined, 'spec');
    checkNotNegative(check, child(at, 'replicas'), spec.replicas);
    checkNotNegative(check, child(at, 'minReadySeconds'), spec.minReadySeconds);
    validateSelectedTemplate(check, spec, at);
  },
  validateUpdate(check, { spec }, old) {
    checkUnchanged(check, child(undefined, 'spec', 'selector'), spec?.selector, old.spec?.selector);
  },
});

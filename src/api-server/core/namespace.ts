import { dns1123Label, labelValue, qualifiedName } from '../../formats/index.ts';
import type { Namespace } from '../../schema/types/core-v1.ts';
import { invalid } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkText } from '../text-field.ts';

export const namespaceValidation = defineKind<Namespace>({
  group: '',
  kind: 'Namespace',
  rule: {
    id: 'valid-namespace',
    title: 'A Namespace is one that the API server accepts.',
    fix: 'Give it a name of lower-case letters, digits and dashes, and finalizers that have a domain.',
  },
  name: dns1123Label,
  renamed: true,
  validate(check, { metadata, spec }) {
    // The server writes the name into a label, too.
    checkText(check, child(undefined, 'metadata', 'labels'), metadata?.name ?? '', labelValue);
    const at = child(undefined, 'spec', 'finalizers');
    for (const finalizer of check.old === undefined ? (spec?.finalizers ?? []) : []) {
      checkText(check, at, finalizer, qualifiedName);
      const known = finalizer.includes('/') || ['kubernetes', 'orphan', 'foregroundDeletion'].includes(finalizer);
      if (!known) invalid(check, at, finalizer, "must be a domain, '/' and a name");
    }
  },
});

import { dns1123Subdomain, qualifiedName } from '../../formats/index.ts';
import type { TopologySelectorTerm } from '../../schema/types/core-v1.ts';
import type { StorageClass } from '../../schema/types/storage-v1.ts';
import type { Check } from '../check.ts';
import { duplicate, forbidden, invalid, required } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { sameObject } from '../same-value.ts';
import { checkOneOf, checkText, isUnset } from '../text-field.ts';
import { validateDriver, validateParameters } from './parameters.ts';

export const storageClassValidation = defineKind<StorageClass>({
  group: 'storage.k8s.io',
  kind: 'StorageClass',
  versions: ['v1'],
  rule: {
    id: 'valid-storage-class',
    title: 'A StorageClass names its driver, a known reclaim policy and binding mode, and topologies without doubles.',
    fix: 'Set `provisioner`, and make a new class instead of changing the driver, parameters or policies of one.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, storageClass) {
    validateDriver(check, storageClass.provisioner, child(undefined, 'provisioner'));
    validateParameters(check, storageClass.parameters, child(undefined, 'parameters'));
    const { reclaimPolicy, volumeBindingMode = 'Immediate' } = storageClass;
    if (!isUnset(reclaimPolicy)) {
      checkOneOf(check, child(undefined, 'reclaimPolicy'), reclaimPolicy, ['Delete', 'Retain']);
    }
    const modeAt = child(undefined, 'volumeBindingMode');
    checkOneOf(check, modeAt, volumeBindingMode, ['Immediate', 'WaitForFirstConsumer']);
    validateTopologies(check, storageClass.allowedTopologies ?? [], child(undefined, 'allowedTopologies'));
  },
  validateUpdate(check, storageClass, old) {
    const fields = { provisioner: '', parameters: {}, reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' };
    for (const [name, fallback] of Object.entries(fields)) {
      const [found, kept] = [storageClass, old].map((one) => one[name as keyof StorageClass] ?? fallback);
      if (sameObject({ [name]: found }, { [name]: kept })) continue;
      const at = child(undefined, name);
      if (check.minor >= 36 || name === 'volumeBindingMode') invalid(check, at, found, 'may not change once it is set');
      else forbidden(check, at, 'may not change');
    }
  },
});

function validateTopologies(check: Check, terms: readonly TopologySelectorTerm[], at: FieldPath): void {
  const seen = new Set<string>();
  for (const [position, term] of terms.entries()) {
    const expressionsAt = child(index(at, position), 'matchLabelExpressions');
    const values = new Map<string, readonly string[]>();
    for (const [place, { key = '', values: found = [] }] of (term.matchLabelExpressions ?? []).entries()) {
      const expressionAt = index(expressionsAt, place);
      const valuesAt = child(expressionAt, 'values');
      if (found.length === 0) required(check, valuesAt);
      for (const [slot, value] of found.entries()) {
        if (found.indexOf(value) < slot) duplicate(check, index(valuesAt, slot), value);
      }
      checkText(check, child(expressionAt, 'key'), key, qualifiedName);
      if (values.has(key)) duplicate(check, child(expressionAt, 'key'), key);
      values.set(key, [...new Set(found)].toSorted());
    }
    // A term without expressions equals the empty map that the server begins its list with.
    const text = JSON.stringify([...values].toSorted(([one], [other]) => (one < other ? -1 : 1)));
    if (values.size === 0 || seen.has(text)) duplicate(check, expressionsAt, '');
    seen.add(text);
  }
}

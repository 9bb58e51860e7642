import { dns1123Subdomain } from '../../formats/index.ts';
import type { PriorityClass } from '../../schema/types/scheduling-v1.ts';
import { forbidden } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkUnchanged } from '../same-value.ts';
import { checkOneOf } from '../text-field.ts';

const highest = 1_000_000_000;
/** The classes that Kubernetes makes itself. */
const systemClasses: ReadonlyMap<string, number> = new Map([
  ['system-node-critical', 2_000_001_000],
  ['system-cluster-critical', 2_000_000_000],
]);

export const priorityClassValidation = defineKind<PriorityClass>({
  group: 'scheduling.k8s.io',
  kind: 'PriorityClass',
  versions: ['v1'],
  rule: {
    id: 'valid-priority-class',
    title: 'A PriorityClass has a value of a thousand million at most, and a name without the prefix `system-`.',
    fix: 'Lower `value` to 1000000000 or less, and make a new class instead of changing the value of one.',
  },
  name: dns1123Subdomain,
  validate(check, priorityClass) {
    if (check.old !== undefined) return;
    const name = priorityClass.metadata?.name ?? '';
    const value = priorityClass.value ?? 0;
    if (name.startsWith('system-')) {
      if (systemClasses.get(name) !== value || priorityClass.globalDefault === true) {
        forbidden(check, child(undefined, 'metadata', 'name'), 'the prefix `system-` belongs to Kubernetes');
      }
    } else if (value > highest) forbidden(check, child(undefined, 'value'), `may be ${highest} at most`);
    const policy = priorityClass.preemptionPolicy ?? 'PreemptLowerPriority';
    checkOneOf(check, child(undefined, 'preemptionPolicy'), policy, ['Never', 'PreemptLowerPriority']);
  },
  validateUpdate(check, priorityClass, old) {
    if ((priorityClass.value ?? 0) !== (old.value ?? 0)) forbidden(check, child(undefined, 'value'), 'may not change');
    const policies = [priorityClass, old].map(({ preemptionPolicy = 'PreemptLowerPriority' }) => preemptionPolicy);
    checkUnchanged(check, child(undefined, 'preemptionPolicy'), policies[0], policies[1]);
  },
});

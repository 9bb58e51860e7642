import { dns1123Label, dns1123Subdomain } from '../../formats/index.ts';
import type { RuntimeClass, Scheduling } from '../../schema/types/node-v1.ts';
import type { Check } from '../check.ts';
import { duplicate } from '../check.ts';
import { validateContainerResourceName, validateResourceRequirements } from '../core/resources.ts';
import { validateTolerations } from '../core/tolerations.ts';
import { child, index } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateLabels } from '../meta/labels.ts';
import { checkUnchanged } from '../same-value.ts';
import { checkRequiredText, checkText, isUnset } from '../text-field.ts';

const handlerAt = child(undefined, 'handler');

export const runtimeClassValidation = defineKind<RuntimeClass>({
  group: 'node.k8s.io',
  kind: 'RuntimeClass',
  versions: ['v1'],
  rule: {
    id: 'valid-runtime-class',
    title: 'A RuntimeClass names its handler, an overhead of known resources, and nodes by labels and tolerations.',
    fix: 'Give `handler` a DNS label that nodes know, and make a new class instead of changing the handler of one.',
  },
  name: dns1123Subdomain,
  renamed: true,
  plainFinalizers: true,
  validate(check, runtimeClass) {
    const handler = runtimeClass.handler ?? '';
    // Newer servers say that it is missing, older ones that it is no label; the place is the same.
    if (check.minor >= 36) checkRequiredText(check, handlerAt, handler, dns1123Label);
    else checkText(check, handlerAt, handler, dns1123Label);
    const limits = runtimeClass.overhead?.podFixed;
    const overheadAt = child(undefined, 'overhead');
    if (limits !== undefined) {
      validateResourceRequirements(check, { limits }, overheadAt, { nameCheck: validateContainerResourceName });
    }
    if (runtimeClass.scheduling !== undefined) validateScheduling(check, runtimeClass.scheduling);
  },
  validateUpdate(check, runtimeClass, old) {
    checkUnchanged(check, handlerAt, runtimeClass.handler, old.handler);
  },
});

function validateScheduling(check: Check, scheduling: Scheduling): void {
  const at = child(undefined, 'scheduling');
  validateLabels(check, scheduling.nodeSelector, child(at, 'nodeSelector'));
  const tolerations = scheduling.tolerations ?? [];
  const listAt = child(at, 'tolerations');
  // Older servers name the list twice.
  validateTolerations(check, tolerations, check.minor >= 35 ? listAt : child(listAt, 'tolerations'));
  const seen = new Set<string>();
  for (const [position, { key, operator, value, effect }] of tolerations.entries()) {
    const listKey = JSON.stringify([key, operator, value, effect].map((part) => (isUnset(part) ? '' : part)));
    if (seen.has(listKey)) duplicate(check, index(listAt, position), listKey);
    seen.add(listKey);
  }
}

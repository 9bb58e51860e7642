import { labelValue, qualifiedName } from '../../formats/index.ts';
import type { Taint } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { duplicate } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkOneOf, checkRequiredText, checkText, isUnset } from '../text-field.ts';

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Of a node. `at` is the list. */
export function validateTaints(check: Check, taints: readonly Taint[], at: FieldPath): void {
  const seen = new Set<string>();
  for (const [position, { key = '', value = '', effect }] of taints.entries()) {
    const taintAt = index(at, position);
    checkText(check, child(taintAt, 'key'), key, qualifiedName);
    checkText(check, child(taintAt, 'value'), value, labelValue);
    const effectAt = child(taintAt, 'effect');
    checkRequiredText(check, effectAt, effect);
    if (!isUnset(effect)) checkOneOf(check, effectAt, effect, effects);
    const both = `${effect}/${key}`;
    if (seen.has(both)) duplicate(check, taintAt, both);
    seen.add(both);
  }
}

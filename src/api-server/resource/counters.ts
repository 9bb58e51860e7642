import type { Counter, CounterSet, DeviceCounterConsumption } from '../../schema/types/resource-v1.ts';
import { dns1123Label } from '../../formats/index.ts';
import { required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkRequiredText, checkText } from '../text-field.ts';
import { validateMap } from './lists.ts';

/** What the devices of a pool share. */
export function validateCounterSet(check: Check, set: CounterSet, at: FieldPath): void {
  checkRequiredText(check, child(at, 'name'), set.name, dns1123Label);
  validateCounters(check, set.counters, child(at, 'counters'));
}

/** What one device takes of it. */
export function validateCounterConsumption(check: Check, consumption: DeviceCounterConsumption, at: FieldPath): void {
  checkRequiredText(check, child(at, 'counterSet'), consumption.counterSet, dns1123Label);
  validateCounters(check, consumption.counters, child(at, 'counters'));
}

function validateCounters(check: Check, counters: Readonly<Record<string, Counter>> = {}, at: FieldPath): void {
  if (Object.keys(counters).length === 0) required(check, at);
  validateMap(check, counters, at, {
    maximum: 32,
    longestKey: 63,
    name: (name, place) => checkText(check, place, name, dns1123Label),
    value: () => undefined,
  });
}

import type { NodeStatus } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { duplicate, invalid } from '../check.ts';
import { child, index } from '../field-path.ts';
import { validateResourceQuantityValue } from './resources.ts';

const statusAt = child(undefined, 'status');
const featureName = /^([A-Z][A-Za-z0-9]*)(\/[A-Za-z0-9]+)*$/;

/** A new Node brings its status along. */
export function validateNodeStatus(check: Check, status: NodeStatus): void {
  const amounts = { capacity: status.capacity ?? {}, allocatable: status.allocatable ?? status.capacity ?? {} };
  for (const [field, list] of Object.entries(amounts)) {
    for (const [name, amount] of Object.entries(list)) {
      validateResourceQuantityValue(check, name, amount, child(statusAt, field, name));
    }
  }
  const swap = status.nodeInfo?.swap?.capacity;
  if (check.minor >= 33 && swap !== undefined && swap <= 0) {
    invalid(check, child(undefined, 'metadata', 'nodeSwapStatus', 'capacity'), Number(swap), 'must be greater than 0');
  }
  if (check.minor >= 36) validateFeatures(check, status.declaredFeatures ?? []);
}

function validateFeatures(check: Check, features: readonly string[]): void {
  const at = child(statusAt, 'declaredFeatures');
  for (const [position, feature] of features.entries()) {
    if (feature.length > 253 || !featureName.test(feature))
      invalid(check, index(at, position), feature, 'is no name of a feature');
    const before = features[position - 1];
    if (before === undefined) continue;
    if (before === feature) duplicate(check, index(at, position), feature);
    else if (before > feature) invalid(check, index(at, position), feature, 'must stand in alphabetical order');
  }
}

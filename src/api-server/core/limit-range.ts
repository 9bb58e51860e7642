import { dns1123Subdomain, qualifiedName } from '../../formats/index.ts';
import type { LimitRange, LimitRangeItem } from '../../schema/types/core-v1.ts';
import { duplicate, forbidden, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { compareLimits } from './limit-order.ts';
import { validateContainerResourceName, validateResourceName } from './resources.ts';

const types = ['Container', 'Pod', 'PersistentVolumeClaim'];

export const limitRangeValidation = defineKind<LimitRange>({
  group: '',
  kind: 'LimitRange',
  rule: {
    id: 'valid-limit-range',
    title: 'A LimitRange is one that the API server accepts.',
    fix: 'Keep min <= defaultRequest <= default <= max for each resource, and each type once.',
  },
  name: dns1123Subdomain,
  renamed: true,
  named: true,
  validate(check, { spec = {} }) {
    const at = child(undefined, 'spec', 'limits');
    const limits = spec.limits ?? [];
    for (const [position, item] of limits.entries()) {
      const itemAt = index(at, position);
      validateType(check, item.type ?? '', child(itemAt, 'type'));
      if (limits.findIndex(({ type = '' }) => type === (item.type ?? '')) < position) {
        duplicate(check, child(itemAt, 'type'), item.type);
      }
      validateItem(check, withDefaults(item), itemAt);
    }
  },
});

function validateType(check: Check, type: string, at: FieldPath): void {
  const wrong = qualifiedName(type);
  if (wrong !== undefined) invalid(check, at, type, wrong);
  else if (!type.includes('/') && !types.includes(type)) {
    invalid(check, at, type, `must be one of ${types.join(', ')}, or have a domain`);
  }
}

const amounts = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const;

function validateItem(check: Check, item: LimitRangeItem, at: FieldPath): void {
  const isPod = item.type === 'Pod';
  const checkName = isPod || item.type === 'Container' ? validateContainerResourceName : validateResourceName;
  for (const field of amounts) {
    if (isPod && field.startsWith('default')) {
      if (Object.keys(item[field] ?? {}).length > 0) forbidden(check, child(at, field), 'may not be set for Pod');
      continue;
    }
    for (const name of Object.keys(item[field] ?? {})) checkName(check, name, key(child(at, field), name));
  }
  const storage = item.min?.['storage'] ?? item.max?.['storage'];
  if (item.type === 'PersistentVolumeClaim' && storage === undefined) {
    required(check, child(at, 'limits'), 'must have a min or max of storage');
  }
  compareLimits(check, isPod ? { ...item, default: {}, defaultRequest: {} } : item, at);
}

/** What the server fills in for containers: a default from the maximum, a request from the default or the minimum. */
function withDefaults(item: LimitRangeItem): LimitRangeItem {
  if (item.type !== 'Container') return item;
  const limits = { ...item.max, ...item.default };
  return { ...item, default: limits, defaultRequest: { ...item.min, ...limits, ...item.defaultRequest } };
}

import { isDeepStrictEqual } from 'node:util';
import { dns1123Subdomain } from '../../formats/index.ts';
import type { ControllerRevision } from '../../schema/types/apps-v1.ts';
import { invalid, required } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkNotNegative } from '../number-field.ts';

export const controllerRevisionValidation = defineKind<ControllerRevision>({
  group: 'apps',
  kind: 'ControllerRevision',
  rule: {
    id: 'valid-controller-revision',
    title: 'A ControllerRevision is one that the API server accepts.',
    fix: 'Give `data` an object, `revision` a number that is not negative, and never change `data`.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, { data, revision }) {
    checkNotNegative(check, child(undefined, 'revision'), revision);
    const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
    if (data === undefined || (check.minor >= 31 && !isObject)) {
      required(check, child(undefined, 'data'), 'must be set to an object');
    }
  },
  validateUpdate(check, { data }, old) {
    if (!isDeepStrictEqual(data, old.data)) invalid(check, child(undefined, 'data'), undefined, 'may not change');
  },
});

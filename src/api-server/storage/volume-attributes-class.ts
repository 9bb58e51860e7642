import { dns1123Subdomain } from '../../formats/index.ts';
import type { VolumeAttributesClass } from '../../schema/types/storage-v1.ts';
import { forbidden, required } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { sameObject } from '../same-value.ts';
import { validateDriver, validateParameters } from './parameters.ts';

const driverAt = child(undefined, 'driverName');
const parametersAt = child(undefined, 'parameters');

export const volumeAttributesClassValidation = defineKind<VolumeAttributesClass>({
  group: 'storage.k8s.io',
  kind: 'VolumeAttributesClass',
  rule: {
    id: 'valid-volume-attributes-class',
    title: 'A VolumeAttributesClass names its driver and at least one parameter, and keeps both.',
    fix: 'Set `driverName` and one entry of `parameters`, and make a new class instead of changing one.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, { driverName, parameters }) {
    validateDriver(check, driverName, driverAt);
    validateParameters(check, parameters, parametersAt);
    if (Object.keys(parameters ?? {}).length === 0) required(check, parametersAt, 'must have an entry');
  },
  validateUpdate(check, attributes, old) {
    if ((attributes.driverName ?? '') !== (old.driverName ?? '')) forbidden(check, driverAt, 'may not change');
    if (!sameObject({ parameters: attributes.parameters }, { parameters: old.parameters }))
      forbidden(check, parametersAt, 'may not change');
  },
});

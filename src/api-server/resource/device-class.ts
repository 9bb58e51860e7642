import type { DeviceClass } from '../../schema/types/resource-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { invalid } from '../check.ts';
import { isExtendedResource } from '../core/resource-names.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateDeviceConfiguration } from './device-configuration.ts';
import { validateDeviceSelectors } from './device-selectors.ts';
import { validateList } from './lists.ts';

const spec = child(undefined, 'spec');

export const deviceClassValidation = defineKind<DeviceClass>({
  group: 'resource.k8s.io',
  kind: 'DeviceClass',
  versions: ['v1', 'v1beta1', 'v1beta2'],
  rule: {
    id: 'valid-device-class',
    title: 'A DeviceClass is one that the API server accepts.',
    fix: 'Select devices with CEL that yields a boolean, and give each configuration a driver and an object of parameters.',
  },
  name: dns1123Subdomain,
  madeNameSince: 35,
  renamed: true,
  validate(check, { spec: { selectors, config, extendedResourceName: name } = {} }) {
    validateDeviceSelectors(check, selectors, child(spec, 'selectors'));
    validateList(check, config, child(spec, 'config'), {
      maximum: 32,
      item: (one, at) => validateDeviceConfiguration(check, one, at),
    });
    // Before 1.36 the server drops it.
    if (name !== undefined && check.minor >= 36 && !isExtendedResource(name)) {
      invalid(check, child(spec, 'extendedResourceName'), name, 'must be <domain>/<name>, and none of kubernetes.io');
    }
  },
});

import type { DeviceTaintRule } from '../../schema/types/resource-v1.ts';
import { dns1123Label, dns1123Subdomain } from '../../formats/index.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkText } from '../text-field.ts';
import { validateDriverName, validatePoolName } from './device-names.ts';
import { validateDeviceTaint } from './device-tolerations.ts';

const at = child(undefined, 'spec', 'deviceSelector');

export const deviceTaintRuleValidation = defineKind<DeviceTaintRule>({
  group: 'resource.k8s.io',
  kind: 'DeviceTaintRule',
  versions: ['v1', 'v1beta2'],
  rule: {
    id: 'valid-device-taint-rule',
    title: 'A DeviceTaintRule is one that the API server accepts.',
    fix: 'Give the taint a key and an effect, and name driver, pool and device as they are called.',
  },
  name: dns1123Subdomain,
  validate(check, { spec: { deviceSelector: selector = {}, taint = {} } = {} }) {
    if (selector.driver !== undefined) validateDriverName(check, selector.driver, child(at, 'driver'));
    if (selector.pool !== undefined) validatePoolName(check, selector.pool, child(at, 'pool'));
    if (selector.device !== undefined) checkText(check, child(at, 'device'), selector.device, dns1123Label);
    validateDeviceTaint(check, taint, child(undefined, 'spec', 'taint'));
  },
});

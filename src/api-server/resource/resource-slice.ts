import type { ResourceSlice, ResourceSliceSpec } from '../../schema/types/resource-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkUnchanged } from '../same-value.ts';
import { validateCounterSet } from './counters.ts';
import { validateDevice } from './device.ts';
import { validateDriverName, validatePoolName } from './device-names.ts';
import { withoutDroppedFields } from './dropped-fields.ts';
import { validateList } from './lists.ts';
import { validateNodeChoice } from './node-choice.ts';

const at = child(undefined, 'spec');

export const resourceSliceValidation = defineKind<ResourceSlice>({
  group: 'resource.k8s.io',
  kind: 'ResourceSlice',
  versions: ['v1', 'v1beta2'],
  rule: {
    id: 'valid-resource-slice',
    title: 'A ResourceSlice is one that the API server accepts.',
    fix: 'Leave these objects to the driver, or name driver, pool and one choice of nodes, and give each device a name of its own.',
  },
  name: dns1123Subdomain,
  validate(check, slice) {
    validateSpec(check, withoutDroppedFields(check, slice.spec ?? {}));
  },
  validateUpdate(check, { spec = {} }, { spec: old = {} }) {
    checkUnchanged(check, child(at, 'pool', 'name'), spec.pool?.name, old.pool?.name);
    checkUnchanged(check, child(at, 'driver'), spec.driver, old.driver);
    checkUnchanged(check, child(at, 'nodeName'), spec.nodeName, old.nodeName);
  },
});

function validateSpec(check: Check, spec: ResourceSliceSpec): void {
  const { devices = [], sharedCounters, pool = {} } = spec;
  validateDriverName(check, spec.driver ?? '', child(at, 'driver'));
  validatePoolName(check, pool.name ?? '', child(at, 'pool', 'name'));
  const { resourceSliceCount = 0, generation = 0 } = pool;
  if (resourceSliceCount <= 0) {
    invalid(check, child(at, 'pool', 'resourceSliceCount'), resourceSliceCount, 'must be above 0');
  }
  if (generation < 0) invalid(check, child(at, 'pool', 'generation'), generation, 'may not be negative');
  validateNodeChoice(check, spec, at, { ofDevice: false });
  if (sharedCounters !== undefined && spec.devices !== undefined) {
    invalid(
      check,
      at,
      undefined,
      'may have one of sharedCounters and devices: put the counters into a slice of their own',
    );
  }
  const isAdvanced = devices.some(
    ({ taints = [], consumesCounters = [] }) => taints.length + consumesCounters.length > 0,
  );
  validateList(check, devices, child(at, 'devices'), {
    maximum: isAdvanced ? 64 : 128,
    item: (device, place) => validateDevice(check, device, spec.perDeviceNodeSelection === true, place),
    identity: ({ name = '' }) => name,
    identityField: 'name',
  });
  validateList(check, sharedCounters, child(at, 'sharedCounters'), {
    maximum: 8,
    item: (set, place) => validateCounterSet(check, set, place),
    identity: ({ name = '' }) => name,
    identityField: 'name',
  });
}

import { dns1123Label, dns1123Subdomain } from '../../formats/index.ts';
import type { StatefulSet, StatefulSetSpec, StatefulSetUpdateStrategy } from '../../schema/types/apps-v1.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { validatePersistentVolumeClaimSpec } from '../core/persistent-volume-claim.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkAtMost100Percent, checkCountOrPercent, checkNotNegative, countOrPercent } from '../number-field.ts';
import { checkOneOf, checkText, isUnset } from '../text-field.ts';
import { validateStatefulTemplate } from './stateful-template.ts';
import { validateStatefulSetUpdate } from './stateful-set-update.ts';

/** Version in which the server looks at a field. */
const since = { labelName: 27, serviceName: 33, maxUnavailable: 37, retentionPolicy: 27 };

export const statefulSetValidation = defineKind<StatefulSet>({
  group: 'apps',
  kind: 'StatefulSet',
  rule: {
    id: 'valid-stateful-set',
    title: 'A StatefulSet is one that the API server accepts.',
    fix: 'Let `spec.selector` select the labels of the template; to change what may not change, create a StatefulSet of another name.',
  },
  name: dns1123Subdomain,
  validate(check, { metadata, spec = {} }) {
    const at = child(undefined, 'spec');
    // Its pods get its name and a number, which older servers did not think of.
    const name = metadata?.name;
    if (check.minor >= since.labelName && !isUnset(name)) {
      checkText(check, child(undefined, 'metadata', 'name'), name, dns1123Label);
    }
    const policy = spec.podManagementPolicy ?? '';
    if (!['', 'OrderedReady', 'Parallel'].includes(policy)) {
      invalid(check, child(at, 'podManagementPolicy'), policy, 'must be OrderedReady or Parallel');
    }
    validateUpdateStrategy(check, spec.updateStrategy ?? {}, child(at, 'updateStrategy'));
    validateRetention(check, spec, child(at, 'persistentVolumeClaimRetentionPolicy'));
    for (const [position, claim] of (spec.volumeClaimTemplates ?? []).entries()) {
      validatePersistentVolumeClaimSpec(
        check,
        claim.spec,
        child(index(child(at, 'volumeClaimTemplates'), position), 'spec'),
      );
    }
    checkNotNegative(check, child(at, 'replicas'), spec.replicas);
    checkNotNegative(check, child(at, 'minReadySeconds'), spec.minReadySeconds);
    checkNotNegative(check, child(at, 'ordinals.start'), spec.ordinals?.start);
    if (check.minor >= since.serviceName && !isUnset(spec.serviceName)) {
      checkText(check, child(at, 'serviceName'), spec.serviceName, dns1123Label);
    }
    validateStatefulTemplate(check, spec, at);
  },
  validateUpdate: validateStatefulSetUpdate,
});

function validateUpdateStrategy(check: Check, strategy: StatefulSetUpdateStrategy, at: FieldPath): void {
  const { type = '', rollingUpdate } = strategy;
  const rollingAt = child(at, 'rollingUpdate');
  if (type === 'OnDelete') {
    if (rollingUpdate !== undefined) invalid(check, rollingAt, rollingUpdate, 'may not be set for OnDelete');
    return;
  }
  if (type !== '' && type !== 'RollingUpdate') return invalid(check, at, type, 'must be RollingUpdate or OnDelete');
  checkNotNegative(check, child(rollingAt, 'partition'), rollingUpdate?.partition);
  const maximum = rollingUpdate?.maxUnavailable;
  if (check.minor < since.maxUnavailable || maximum === undefined) return;
  const maximumAt = child(rollingAt, 'maxUnavailable');
  checkCountOrPercent(check, maximumAt, maximum);
  if (countOrPercent(maximum) === 0) invalid(check, maximumAt, maximum, 'may not be 0');
  checkAtMost100Percent(check, maximumAt, maximum);
}

function validateRetention(check: Check, spec: StatefulSetSpec, at: FieldPath): void {
  if (check.minor < since.retentionPolicy) return;
  const { whenDeleted = '', whenScaled = '' } = spec.persistentVolumeClaimRetentionPolicy ?? {};
  for (const [name, value] of Object.entries({ whenDeleted, whenScaled })) {
    if (value !== '') checkOneOf(check, child(at, name), value, ['Retain', 'Delete']);
  }
}

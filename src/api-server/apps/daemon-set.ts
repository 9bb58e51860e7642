import { dns1123Subdomain } from '../../formats/index.ts';
import type { DaemonSet, DaemonSetUpdateStrategy } from '../../schema/types/apps-v1.ts';
import { invalid, notSupported, required, typeInvalid } from '../check.ts';
import type { Check } from '../check.ts';
import { validatePodTemplateSpec } from '../core/pod-template.ts';
import { child, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { isEmptySelector, validateLabelSelector } from '../meta/label-selector.ts';
import { checkAtMost100Percent, checkCountOrPercent, checkNotNegative, countOrPercent } from '../number-field.ts';
import { checkUnchanged } from '../same-value.ts';
import { checkSelected, validateEndlessPods } from './selected-template.ts';

export const daemonSetValidation = defineKind<DaemonSet>({
  group: 'apps',
  kind: 'DaemonSet',
  rule: {
    id: 'valid-daemon-set',
    title: 'A DaemonSet is one that the API server accepts.',
    fix: 'Let `spec.selector` select the labels of the template and never change it; set either maxSurge or maxUnavailable.',
  },
  name: dns1123Subdomain,
  validate(check, { metadata, spec = {} }) {
    checkGeneration(check, metadata?.annotations?.[generationAnnotation]);
    const at = child(undefined, 'spec');
    const { selector } = spec;
    const selectorAt = child(at, 'selector');
    if (validateLabelSelector(check, selector, selectorAt)) checkSelected(check, spec, at);
    if (selector !== undefined && isEmptySelector(selector)) invalid(check, selectorAt, selector, 'may not be empty');
    validatePodTemplateSpec(check, spec.template, child(at, 'template'));
    validateEndlessPods(check, spec.template, child(at, 'template'));
    checkNotNegative(check, child(at, 'minReadySeconds'), spec.minReadySeconds);
    validateUpdateStrategy(check, spec.updateStrategy ?? {}, child(at, 'updateStrategy'));
    checkNotNegative(check, child(at, 'revisionHistoryLimit'), spec.revisionHistoryLimit);
  },
  validateUpdate(check, { spec }, old) {
    checkUnchanged(check, child(undefined, 'spec', 'selector'), spec?.selector, old.spec?.selector);
  },
});

const generationAnnotation = 'deprecated.daemonset.template.generation';

/** The server reads a number of 64 bits from an annotation that a field of older versions has become. */
function checkGeneration(check: Check, value: string | undefined): void {
  if (value === undefined) return;
  const number = /^[-+]?\d+$/.test(value) ? BigInt(value.replace('+', '')) : undefined;
  if (number !== undefined && number === BigInt.asIntN(64, number)) return;
  const at = key(child(undefined, 'metadata', 'annotations'), generationAnnotation);
  typeInvalid(check, at, value, 'must be a whole number');
}

function validateUpdateStrategy(check: Check, strategy: DaemonSetUpdateStrategy, at: FieldPath): void {
  const { type = '', rollingUpdate } = strategy;
  if (type === 'OnDelete') return;
  if (type !== '' && type !== 'RollingUpdate') return notSupported(check, at, type, ['RollingUpdate', 'OnDelete']);
  const rollingAt = child(at, 'rollingUpdate');
  const { maxUnavailable = 1, maxSurge = 0 } = rollingUpdate ?? {};
  for (const [name, value] of Object.entries({ maxUnavailable, maxSurge })) {
    checkCountOrPercent(check, child(rollingAt, name), value);
    checkAtMost100Percent(check, child(rollingAt, name), value);
  }
  const unavailable = countOrPercent(maxUnavailable) !== 0;
  const surge = countOrPercent(maxSurge) !== 0;
  if (unavailable && surge) {
    invalid(check, child(rollingAt, 'maxSurge'), maxSurge, 'must be 0 unless maxUnavailable (left out, it is 1) is 0');
  }
  if (!unavailable && !surge) required(check, child(rollingAt, 'maxUnavailable'), 'may not be 0 when maxSurge is 0');
}

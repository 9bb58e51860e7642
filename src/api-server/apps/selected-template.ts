import type { PodTemplateSpec } from '../../schema/types/core-v1.ts';
import type { LabelSelector } from '../../schema/types/meta-v1.ts';
import { forbidden, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { validatePodTemplateSpec } from '../core/pod-template.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { isEmptySelector, selectorMatches, validateLabelSelector } from '../meta/label-selector.ts';

interface Selecting {
  readonly selector?: LabelSelector;
  readonly template?: PodTemplateSpec;
}

/**
 * Selector and template of what keeps copies of a pod running. The server does not look at the template while the
 * selector cannot be read.
 */
export function validateSelectedTemplate(check: Check, spec: Selecting, at: FieldPath): void {
  if (!validateRequiredSelector(check, spec.selector, at)) return;
  checkSelected(check, spec, at);
  validatePodTemplateSpec(check, spec.template, child(at, 'template'));
  validateEndlessPods(check, spec.template, child(at, 'template'));
}

/** True when the server can use the selector: also when there is none, which selects nothing. */
export function validateRequiredSelector(check: Check, selector: LabelSelector | undefined, at: FieldPath): boolean {
  const selectorAt = child(at, 'selector');
  if (selector === undefined) {
    required(check, selectorAt);
    return true;
  }
  const readable = validateLabelSelector(check, selector, selectorAt);
  if (isEmptySelector(selector)) invalid(check, selectorAt, selector, 'may not be empty');
  if (!readable) invalid(check, selectorAt, selector, 'cannot be read');
  return readable;
}

export function checkSelected(check: Check, { selector, template }: Selecting, at: FieldPath): void {
  const labels = template?.metadata?.labels;
  if (!selectorMatches(selector, labels)) {
    invalid(check, child(at, 'template', 'metadata', 'labels'), labels ?? {}, 'must be what the selector selects');
  }
}

/** Pods that are replaced when they end. */
export function validateEndlessPods(check: Check, template: PodTemplateSpec | undefined, at: FieldPath): void {
  const { restartPolicy = 'Always', activeDeadlineSeconds } = template?.spec ?? {};
  if ((restartPolicy === '' ? 'Always' : restartPolicy) !== 'Always') {
    notSupported(check, child(at, 'spec', 'restartPolicy'), restartPolicy, ['Always']);
  }
  if (activeDeadlineSeconds !== undefined) {
    forbidden(check, child(at, 'spec', 'activeDeadlineSeconds'), 'only Jobs and Pods may have a deadline');
  }
}

import type { PodTemplate, PodTemplateSpec } from '../../schema/types/core-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { forbidden } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateAnnotations } from '../meta/annotations.ts';
import { validateLabels } from '../meta/labels.ts';
import { validatePodAnnotations } from './pod-annotations.ts';
import type { PodOptions } from './pod-options.ts';
import { validatePodSpec } from './pod-spec.ts';
import { validateProfilesAgree } from './profile-annotations.ts';

export const podTemplateValidation = defineKind<PodTemplate>({
  group: '',
  kind: 'PodTemplate',
  rule: {
    id: 'valid-pod-template',
    title: 'The template of a PodTemplate is one that the API server accepts.',
    fix: 'Change the field that the finding names to a value that the API server accepts in a pod.',
  },
  name: dns1123Subdomain,
  validate(check, object) {
    validatePodTemplateSpec(check, object.template, child(undefined, 'template'));
  },
});

/** What a Deployment, a Job and all others with a template say of their pods; `at` is the template's path. */
export function validatePodTemplateSpec(
  check: Check,
  template: PodTemplateSpec | undefined,
  at: FieldPath,
  options: PodOptions = { isPod: false },
): void {
  const { metadata = {}, spec = {} } = template ?? {};
  const annotations = metadata.annotations ?? {};
  const specAt = child(at, 'spec');
  // The server's paths to the metadata of a template do not name `metadata`.
  validateLabels(check, metadata.labels, child(at, 'labels'));
  validateAnnotations(check, annotations, child(at, 'annotations'));
  validatePodAnnotations(check, annotations, spec, child(at, 'annotations'));
  validatePodSpec(check, spec, specAt, options);
  validateProfilesAgree(check, annotations, spec, specAt, options);
  if ((spec.ephemeralContainers ?? []).length > 0) {
    forbidden(check, child(specAt, 'ephemeralContainers'), 'are added to a running Pod, not to a template');
  }
}

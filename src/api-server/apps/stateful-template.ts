import type { StatefulSetSpec } from '../../schema/types/apps-v1.ts';
import type { PodSpec, PodTemplateSpec, Volume } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { validatePodTemplateSpec } from '../core/pod-template.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateAnnotations } from '../meta/annotations.ts';
import { validateLabels } from '../meta/labels.ts';
import { checkSelected, validateEndlessPods, validateRequiredSelector } from './selected-template.ts';

/** Selector and template; the server looks at the template as the controller will complete it. */
export function validateStatefulTemplate(check: Check, spec: StatefulSetSpec, at: FieldPath): void {
  const templateAt = child(at, 'template');
  validateEndlessPods(check, spec.template, templateAt);
  if (!validateRequiredSelector(check, spec.selector, at)) return;
  checkSelected(check, spec, at);
  validatePodTemplateSpec(check, completed(spec), templateAt);
  // A second time, at a place that does not exist: so says the server.
  validateLabels(check, spec.template?.metadata?.labels, child(templateAt, 'labels'));
  validateAnnotations(check, spec.template?.metadata?.annotations, child(templateAt, 'annotations'));
}

/** Host name and domain are the controller's to write, and claims become volumes that replace those of the same name. */
function completed({ template = {}, volumeClaimTemplates: claims = [] }: StatefulSetSpec): PodTemplateSpec {
  const { hostname: _, subdomain: __, volumes = [], ...spec }: PodSpec = template.spec ?? {};
  const names = new Set(claims.map(({ metadata }) => metadata?.name ?? ''));
  const added: readonly Volume[] = [...names].map((name) => {
    return { name, persistentVolumeClaim: { claimName: name } };
  });
  const kept = volumes.filter(({ name = '' }) => !names.has(name));
  return { ...template, spec: { ...spec, volumes: [...added, ...kept] } };
}

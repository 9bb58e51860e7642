import type { ReplicationController } from '../../schema/types/core-v1.ts';
import { dns1123Subdomain, prefixOf } from '../../formats/index.ts';
import { forbidden, invalid, notSupported, required } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateLabels } from '../meta/labels.ts';
import { expectFormat } from './expect-format.ts';
import { validatePodTemplateSpec } from './pod-template.ts';

export const replicationControllerValidation = defineKind<ReplicationController>({
  group: '',
  kind: 'ReplicationController',
  rule: {
    id: 'valid-replication-controller',
    title: 'A replication controller keeps a number of pods that its selector finds.',
    fix: 'Give `spec.template` the labels of `spec.selector` and a pod spec that restarts always.',
  },
  name: dns1123Subdomain,
  madeNameSince: 35,
  validate(check, controller) {
    const { minReadySeconds = 0, replicas = 1, template, selector: given = {} } = controller.spec ?? {};
    const at = child(undefined, 'spec');
    const own = controller.metadata?.labels ?? {};
    // The controller has the labels of its pods where it has none of its own.
    if (Object.keys(own).length === 0)
      validateLabels(check, template?.metadata?.labels, child(undefined, 'metadata', 'labels'));
    if (minReadySeconds < 0) invalid(check, child(at, 'minReadySeconds'), minReadySeconds, 'may not be negative');
    if (replicas < 0) invalid(check, child(at, 'replicas'), replicas, 'may not be negative');
    const labels = template?.metadata?.labels ?? {};
    // Without a selector the template's labels are it.
    const selector = Object.keys(given).length > 0 ? given : labels;
    if (Object.keys(selector).length === 0) required(check, child(at, 'selector'));
    const place = child(at, 'template');
    if (template === undefined) return required(check, place);
    if (Object.entries(selector).some(([name, value]) => labels[name] !== value)) {
      invalid(check, child(place, 'metadata', 'labels'), labels, 'must be what the selector selects');
    }
    validatePodTemplateSpec(check, template, place);
    const restart = template.spec?.restartPolicy || 'Always';
    if (restart !== 'Always') notSupported(check, child(place, 'spec', 'restartPolicy'), restart, ['Always']);
    if (template.spec?.activeDeadlineSeconds !== undefined) {
      forbidden(check, child(place, 'spec', 'activeDeadlineSeconds'), 'means nothing to pods that are replaced');
    }
  },
  validateUpdate(check, controller) {
    // Once, the server checked a changed one as if it was new, too.
    const prefix = check.minor < 35 ? (controller.metadata?.generateName ?? '') : '';
    if (prefix === '') return;
    expectFormat(check, child(undefined, 'metadata', 'generateName'), prefix, dns1123Subdomain(prefixOf(prefix)));
  },
});

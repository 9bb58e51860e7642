import type { Pod } from '../../schema/types/core-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { forbidden } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { enabledSince } from './gates.ts';
import { mirrorPod, validatePodAnnotations } from './pod-annotations.ts';
import { serviceAccountOf, validatePodSpec } from './pod-spec.ts';
import { validatePodUpdate } from './pod-update.ts';
import { validateProfilesAgree } from './profile-annotations.ts';

export const podValidation = defineKind<Pod>({
  group: '',
  kind: 'Pod',
  rule: {
    id: 'valid-pod',
    title: 'A Pod is one that the API server accepts: its containers, volumes, scheduling and security.',
    fix: 'Change the field that the finding names to a value that the API server accepts in a Pod.',
  },
  name: dns1123Subdomain,
  validate(check, pod) {
    const { metadata = {}, spec = {} } = pod;
    const at = child(undefined, 'spec');
    validatePodAnnotations(check, metadata.annotations ?? {}, spec, child(undefined, 'metadata', 'annotations'));
    validatePodSpec(check, spec, at, { isPod: true, metadata });
    if (check.old !== undefined) return;
    if (metadata.annotations?.[mirrorPod] !== undefined) validateMirrorPod(check, pod);
    if ((spec.ephemeralContainers ?? []).length > 0) {
      forbidden(check, child(at, 'ephemeralContainers'), 'are added to a running Pod, not to a new one');
    }
    const gates = check.minor < enabledSince.schedulingGates ? [] : (spec.schedulingGates ?? []);
    if (spec.nodeName && gates.length > 0) {
      forbidden(check, child(at, 'nodeName'), 'may not be set while there are scheduling gates');
    }
    validateProfilesAgree(check, metadata.annotations ?? {}, spec, at, { isPod: true });
    if (spec.overhead !== undefined && spec.runtimeClassName === undefined) {
      forbidden(check, child(at, 'overhead'), 'comes from the `runtimeClassName`, and none is named');
    }
  },
  validateUpdate: validatePodUpdate,
});

/** A kubelet's own Pod, shown to the API server: it has no service account, so no token of one. */
function validateMirrorPod(check: Check, { spec = {} }: Pod): void {
  const at = child(undefined, 'spec');
  if (serviceAccountOf(spec) !== '') forbidden(check, child(at, 'serviceAccountName'), 'is not for a mirror Pod');
  for (const [position, volume] of (spec.volumes ?? []).entries()) {
    for (const [which, source] of (volume.projected?.sources ?? []).entries()) {
      const place = index(child(index(child(at, 'volumes'), position), 'projected', 'sources'), which);
      if (source.serviceAccountToken === undefined) continue;
      forbidden(check, child(place, 'serviceAccountToken'), 'is not for a mirror Pod');
    }
  }
}

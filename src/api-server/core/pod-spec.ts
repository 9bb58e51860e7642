import type { PodSpec } from '../../schema/types/core-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { invalid, notSupported } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateContainers } from './containers.ts';
import { expectFormat } from './expect-format.ts';
import { withoutMountsOfImages } from './image-volumes.ts';
import { validatePodDns } from './pod-dns.ts';
import type { PodOptions } from './pod-options.ts';
import { validatePodOs } from './pod-os.ts';
import { validatePodResources } from './pod-resources.ts';
import { validatePodScheduling } from './pod-scheduling.ts';
import { validateHostUsers, validatePodSecurityContext } from './pod-security-context.ts';
import { validateVolumes } from './volumes.ts';

const restartPolicies = ['Always', 'Never', 'OnFailure'];
const longestDeadline = 2 ** 31 - 1;

/** A pod spec, of a Pod or of a template; `at` is its path. */
export function validatePodSpec(check: Check, spec: PodSpec, at: FieldPath, options: PodOptions): void {
  const volumes = validateVolumes(check, spec.volumes ?? [], child(at, 'volumes'), options);
  validateContainers(check, withoutMountsOfImages(check, spec), at, { ...options, volumes });
  validatePodResources(check, spec, at, options);
  validatePodScheduling(check, spec, at, options);
  validatePodDns(check, spec, at);
  validatePodSecurityContext(check, spec, at);
  validateHostUsers(check, spec, at);
  validatePodOs(check, spec, at);
  const restart = spec.restartPolicy || 'Always';
  if (!restartPolicies.includes(restart)) {
    notSupported(check, child(at, 'restartPolicy'), restart, restartPolicies);
  }
  const account = serviceAccountOf(spec);
  if (account !== '') expectFormat(check, child(at, 'serviceAccountName'), account, dns1123Subdomain(account));
  const deadline = spec.activeDeadlineSeconds;
  if (deadline !== undefined && (deadline < 1 || deadline > longestDeadline)) {
    invalid(check, child(at, 'activeDeadlineSeconds'), deadline, `must be from 1 to ${longestDeadline}`);
  }
}

/** `serviceAccount` is the field's old name. */
export function serviceAccountOf(spec: PodSpec): string {
  return spec.serviceAccountName || (spec.serviceAccount ?? '');
}

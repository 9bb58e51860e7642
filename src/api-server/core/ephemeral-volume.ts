import type { Volume } from '../../schema/types/core-v1.ts';
import type { ObjectMeta } from '../../schema/types/meta-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateClaimTemplateMetadata } from '../meta/template-metadata.ts';
import { expectFormat } from './expect-format.ts';
import { validatePersistentVolumeClaimSpec } from './persistent-volume-claim.ts';
import type { PodOptions } from './pod-options.ts';

/** A claim that is made for the Pod and named after it. */
export function validateEphemeralVolume(check: Check, volume: Volume, at: FieldPath, options: PodOptions): void {
  const template = volume.ephemeral?.volumeClaimTemplate;
  const place = child(at, 'ephemeral', 'volumeClaimTemplate');
  if (template === undefined) required(check, place);
  else {
    validateClaimTemplateMetadata(check, template.metadata, child(place, 'metadata'));
    validatePersistentVolumeClaimSpec(check, template.spec, child(place, 'spec'));
  }
  const pod = podName(options.metadata);
  if (pod && volume.name)
    expectFormat(check, child(at, 'name'), volume.name, dns1123Subdomain(`${pod}-${volume.name}`));
}

/** The server makes a name before it validates: five characters after a prefix that it shortens to 58. */
export function podName(metadata: ObjectMeta | undefined): string {
  if (metadata?.name) return metadata.name;
  return metadata?.generateName ? `${metadata.generateName.slice(0, 58)}xxxxx` : '';
}

import type { ResourceSliceSpec } from '../../schema/types/resource-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { validateNodeSelector } from '../core/node-selector.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkText } from '../text-field.ts';

type NodeChoice = Pick<ResourceSliceSpec, 'nodeName' | 'nodeSelector' | 'allNodes' | 'perDeviceNodeSelection'>;

/** Where the devices of a slice are, or one device: by name, by selector, everywhere, or (a slice) each for itself. */
export function validateNodeChoice(
  check: Check,
  choice: NodeChoice,
  at: FieldPath,
  { ofDevice }: { readonly ofDevice: boolean },
): void {
  const { nodeName, nodeSelector } = choice;
  let chosen = 0;
  if (nodeName === '') invalid(check, child(at, 'nodeName'), nodeName, 'may not be empty when it is set');
  else if (nodeName !== undefined) {
    chosen += 1;
    checkText(check, child(at, 'nodeName'), nodeName, dns1123Subdomain);
  }
  if (nodeSelector !== undefined) {
    chosen += 1;
    validateNodeSelector(check, nodeSelector, child(at, 'nodeSelector'));
    const terms = nodeSelector.nodeSelectorTerms ?? [];
    if (!ofDevice && terms.length !== 1) {
      invalid(check, child(at, 'nodeSelector', 'nodeSelectorTerms'), undefined, 'must have one term');
    }
  }
  for (const field of ['allNodes', 'perDeviceNodeSelection'] as const) {
    if (choice[field] === true) chosen += 1;
    else if (choice[field] === false) invalid(check, child(at, field), false, 'may be true only, or left out');
  }
  const fields = ofDevice
    ? 'nodeName, nodeSelector and allNodes'
    : 'nodeName, nodeSelector, allNodes and perDeviceNodeSelection';
  if (chosen === 0) required(check, at, `must have one of ${fields}`);
  if (chosen > 1) invalid(check, at, undefined, `may have one of ${fields}`);
}

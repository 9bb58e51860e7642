import type { CustomResourceSubresources } from '../../schema/types/apiextensions-v1.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkSimplePath } from './simple-path.ts';

export function validateSubresources(
  check: Check,
  subresources: CustomResourceSubresources | undefined,
  at: FieldPath,
): void {
  if (subresources?.scale === undefined) return;
  const { specReplicasPath = '', statusReplicasPath = '', labelSelectorPath = '' } = subresources.scale;
  const scale = child(at, 'scale');
  checkPath(check, specReplicasPath, ['.spec.'], child(scale, 'specReplicasPath'));
  checkPath(check, statusReplicasPath, ['.status.'], child(scale, 'statusReplicasPath'));
  if (labelSelectorPath !== '') {
    checkPath(check, labelSelectorPath, ['.spec.', '.status.'], child(scale, 'labelSelectorPath'));
  }
}

function checkPath(check: Check, path: string, starts: readonly string[], at: FieldPath): void {
  if (path === '') required(check, at);
  else if (checkSimplePath(check, path, at) && !starts.some((start) => path.startsWith(start))) {
    invalid(check, at, path, `must start with ${starts.join(' or ')}`);
  }
}

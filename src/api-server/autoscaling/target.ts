import { pathSegmentName } from '../../formats/index.ts';
import type { CrossVersionObjectReference } from '../../schema/types/autoscaling-v2.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkRequiredText } from '../text-field.ts';

export interface TargetOptions {
  /** The version is not looked at. */
  readonly anyVersion?: boolean;
  /** `v1`, or nothing, is a version for this kind. */
  readonly coreGroup?: boolean;
}

const versionSince = 34;

export function validateTarget(
  check: Check,
  { apiVersion = '', kind, name }: CrossVersionObjectReference,
  at: FieldPath,
  options: TargetOptions,
): void {
  checkRequiredText(check, child(at, 'kind'), kind, pathSegmentName);
  checkRequiredText(check, child(at, 'name'), name, pathSegmentName);
  if (options.anyVersion === true || check.minor < versionSince) return;
  const parts = apiVersion === '/' ? [''] : apiVersion.split('/');
  const versionAt = child(at, 'apiVersion');
  if (parts.length > 2) invalid(check, versionAt, apiVersion, "may have one '/' only");
  else if ((parts.length === 1 || parts[0] === '') && options.coreGroup !== true) {
    invalid(check, versionAt, apiVersion, "must be an API group, '/' and a version");
  }
}

import type { OwnerReference } from '../../schema/types/meta-v1.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { sameValue } from '../same-value.ts';

/** The server names fields of the list, not of its items. */
export function validateOwnerReferences(
  check: Check,
  references: readonly OwnerReference[] | undefined,
  at: FieldPath,
): void {
  for (const { apiVersion = '', kind = '', name = '', uid = '' } of references ?? []) {
    if (versionOf(apiVersion) === '') invalid(check, child(at, 'apiVersion'), apiVersion, 'must have a version');
    for (const [field, value] of Object.entries({ kind, name, uid })) {
      if (value === '') invalid(check, child(at, field), value, 'must be set');
    }
    if (apiVersion === 'v1' && kind === 'Event') invalid(check, at, kind, 'an Event may own nothing');
  }
  // The server drops references that stand there twice before it looks.
  const different = (references ?? []).filter(
    (one, position, all) => all.findIndex((other) => sameValue(one, other)) === position,
  );
  const controllers = different.filter(({ controller }) => controller === true);
  if (controllers.length > 1) invalid(check, at, controllers.length, 'only one owner may be the controller');
}

/** What has more than one '/' has no version. */
function versionOf(apiVersion: string): string {
  const parts = apiVersion.split('/');
  return parts.length > 2 ? '' : (parts.at(-1) ?? '');
}

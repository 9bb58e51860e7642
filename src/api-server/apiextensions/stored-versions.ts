import type { CustomResourceDefinition, CustomResourceDefinitionVersion } from '../../schema/types/apiextensions-v1.ts';
import type { Check } from '../check.ts';
import { invalid } from '../check.ts';
import { child, index } from '../field-path.ts';

const at = child(undefined, 'status', 'storedVersions');

/** The server notes the first stored version, by name, beside those that were stored before, and wants no other one. */
export function validateStored(check: Check, versions: readonly CustomResourceDefinitionVersion[]): void {
  const stored = storedBefore(check.old as CustomResourceDefinition | undefined);
  const first = versions.find(({ storage }) => storage === true)?.name;
  if (first !== undefined && !stored.includes(first)) stored.push(first);
  if (stored.length === 0)
    invalid(check, at, [], 'must name a stored version, which the server takes from the versions');
  const open = new Set(stored);
  for (const { name = '', storage } of versions) {
    if (storage === true && !open.has(name)) invalid(check, at, stored, `must name ${name}, which is stored, too`);
    open.delete(name);
  }
  for (const [position, name] of stored.entries()) {
    if (open.has(name)) invalid(check, index(at, position), name, 'was stored once: spec.versions must keep it');
  }
}

/** Without a status: the version that was marked. */
function storedBefore(old: CustomResourceDefinition | undefined): string[] {
  const marked = old?.spec?.versions?.find(({ storage }) => storage === true)?.name;
  return [...(old?.status?.storedVersions ?? (marked === undefined ? [] : [marked]))];
}

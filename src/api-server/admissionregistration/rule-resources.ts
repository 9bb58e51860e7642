import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';

/** `pods`, `pods/log`, `pods/*`, `*` + `/scale`, `*`: none may be part of another that stands before it. */
export function validateRuleResources(check: Check, resources: readonly string[], at: FieldPath): void {
  if (resources.length === 0) required(check, at);
  const allSubresources = new Set<string>();
  const everywhere = new Set<string>();
  for (const [position, resource] of resources.entries()) {
    const slash = resource.indexOf('/');
    if (resource === '') required(check, index(at, position));
    if (slash === -1) continue;
    const [name, subresource] = [resource.slice(0, slash), resource.slice(slash + 1)];
    if (allSubresources.has(name)) invalid(check, index(at, position), resource, `is part of ${name}/*`);
    if (everywhere.has(subresource)) invalid(check, index(at, position), resource, `is part of */${subresource}`);
    if (subresource === '*') allSubresources.add(name);
    if (name === '*') everywhere.add(subresource);
  }
  if (resources.length > 1 && resources.includes('*/*')) invalid(check, at, resources, "may have nothing beside '*/*'");
  // The server looks at the last resource without a subresource only.
  const last = resources.findLast((resource) => resource !== '' && !resource.includes('/'));
  if (resources.includes('*') && last !== undefined && last !== '*') {
    invalid(check, at, resources, "may have no whole resource beside '*'");
  }
}

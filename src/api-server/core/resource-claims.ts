import type { ResourceClaim } from '../../schema/types/core-v1.ts';
import { dns1123Label } from '../../formats/index.ts';
import { duplicate, notFound, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { expectFormat } from './expect-format.ts';

/** A container names claims of its pod, whole or one request of them, none twice. */
export function validateClaimNames(
  check: Check,
  claims: readonly ResourceClaim[],
  declared: ReadonlySet<string>,
  at: FieldPath,
): void {
  const seen = new Set<string>();
  for (const [position, claim] of claims.entries()) {
    const place = index(at, position);
    const name = claim.name ?? '';
    if (name === '') {
      required(check, place);
      continue;
    }
    if (seen.has(name)) duplicate(check, place, name);
    else addRequest(check, name, claim.request ?? '', seen, place);
    if (!declared.has(name)) notFound(check, place, name);
  }
}

function addRequest(check: Check, name: string, request: string, seen: Set<string>, at: FieldPath): void {
  if (request !== '') expectFormat(check, child(at, 'request'), request, dns1123Label(request));
  const whole = request === '' ? name : `${name}/${request}`;
  if (seen.has(whole)) duplicate(check, at, whole);
  else if (request === '') {
    for (const other of seen) if (other.startsWith(`${name}/`)) duplicate(check, at, name);
  }
  seen.add(whole);
}

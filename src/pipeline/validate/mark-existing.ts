import { objectKey } from '../../kernel/index.ts';
import type { Finding } from '../../kernel/index.ts';
import type { SetObject } from '../../analysis/index.ts';

/**
 * Marks each finding as `existing`, when the base has the same, or `new`. An object that left its unit for another of the same
 * cluster takes its findings along: to rename a unit adds none.
 */
export function markExisting(
  findings: readonly Finding[],
  before: readonly Finding[],
  objects: readonly SetObject[],
): readonly Finding[] {
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  const there = new Set(objects.map(({ ref, unit }) => placeOf(unit?.id ?? '', objectKey(ref))));
  const left = new Set(before.filter((finding) => !stillThere(finding, there)).map(movedKey));
  return findings.map((finding) => {
    const existing = known.has(finding.fingerprint) || (finding.object !== undefined && left.has(movedKey(finding)));
    return { ...finding, status: existing ? 'existing' : 'new' };
  });
}

function stillThere({ object, unit }: Finding, there: ReadonlySet<string>): boolean {
  return object === undefined || there.has(placeOf(unit?.id ?? '', objectKey(object)));
}

/** What stays the same of a finding when its object moves to another unit. */
function movedKey({ rule, messageId, unit, object, pointer }: Finding): string {
  return [rule, messageId, unit?.cluster, object === undefined ? '' : objectKey(object), pointer].join('\0');
}

function placeOf(unit: string, key: string): string {
  return `${unit}\0${key}`;
}

import { objectKey } from '../../kernel/index.ts';
import type { Finding } from '../../kernel/index.ts';
import type { Base } from './base.ts';
import { changedDeclarations } from './changed-declarations.ts';
import { changedPolicy } from './changed-policy.ts';
import type { FleetVerdict } from './judge-fleet.ts';
import type { ValidateFleetOptions } from './validate-fleet.ts';
import type { World } from './world-units.ts';

/**
 * Marks each finding as `existing`, when the base has the same, or `new`. An object that left its unit for another of the same
 * cluster takes its findings along: to rename a unit adds none.
 */
export async function markExisting(
  findings: readonly Finding[],
  base: Base,
  { objects }: FleetVerdict,
  world: World,
  options: ValidateFleetOptions,
): Promise<readonly Finding[]> {
  const known = new Set(base.findings.map(({ fingerprint }) => fingerprint));
  const there = new Set([...objects.values()].flat().map(({ ref, unit }) => placeOf(unit?.id ?? '', objectKey(ref))));
  const left = new Set(base.findings.filter((finding) => !stillThere(finding, there)).map(movedKey));
  const isAnew = await changedPolicy(base.commit, world, options);
  const declaredAnew = await changedDeclarations(findings, base.commit, options);
  return findings.map((finding) => {
    const before = known.has(finding.fingerprint) || (finding.object !== undefined && left.has(movedKey(finding)));
    return { ...finding, status: before && !isAnew(finding) && !declaredAnew.has(finding) ? 'existing' : 'new' };
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

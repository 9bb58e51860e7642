import { formatLocation, formatObject } from '../../kernel/index.ts';
import type { Finding, RelatedObject } from '../../kernel/index.ts';

/** Findings that count: neither folded under another, nor waived, nor older than the branch. */
export function openFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    ({ causes, waiver, status }) => causes === undefined && waiver === undefined && status !== 'existing',
  );
}

export function waivedFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ causes, waiver }) => causes === undefined && waiver !== undefined);
}

/** `Service.v1 shop/web (dist/...yaml:12:3)` */
export function relatedSaid({ object, location }: RelatedObject): string {
  return location === undefined ? formatObject(object) : `${formatObject(object)} (${formatLocation(location)})`;
}

/** `accepted until 2027-01-31 by team-a: reason` */
export function waiverSaid({ waiver }: Finding): string {
  if (waiver === undefined) return '';
  const until = waiver.expires === undefined ? '' : ` until ${waiver.expires}`;
  const by = waiver.owner === undefined ? '' : ` by ${waiver.owner}`;
  return `waived${until}${by}: ${waiver.reason}`;
}

import type { OurAnswer } from './ours.ts';
import type { Judged } from './verdict.ts';

export type Comparison = 'agreed' | 'missed' | 'falsely refused' | 'other paths';

export interface Compared {
  readonly judged: Judged;
  readonly ours: OurAnswer;
  readonly comparison: Comparison;
}

export interface Score {
  readonly accepted: number;
  readonly refused: number;
  readonly caught: number;
  /** Refusals that name fields, and those of them whose every field we name too. */
  readonly named: number;
  readonly namedAlike: number;
  readonly falselyRefused: number;
}

/** Undefined when the server's verdict does not count. */
export function compare(judged: Judged, ours: OurAnswer): Compared | undefined {
  const { verdict } = judged;
  if (verdict.dropped !== undefined) return undefined;
  const weRefuse = ours.errors.length > 0;
  if (verdict.status < 300) return { judged, ours, comparison: weRefuse ? 'falsely refused' : 'agreed' };
  if (!weRefuse) return { judged, ours, comparison: 'missed' };
  const fields = new Set(ours.errors.map(({ field }) => field));
  const alike = namedFields(judged).every((field) => fields.has(field));
  return { judged, ours, comparison: alike ? 'agreed' : 'other paths' };
}

export function namedFields({ verdict }: Judged): readonly string[] {
  return verdict.causes.map(({ field }) => field).filter((field) => field !== '');
}

export function scoreOf(compared: readonly Compared[]): Score {
  const refused = compared.filter(({ judged }) => judged.verdict.status >= 300);
  const named = refused.filter(({ judged }) => namedFields(judged).length > 0);
  const of = (list: readonly Compared[], comparison: Comparison): number =>
    list.filter((one) => one.comparison === comparison).length;
  return {
    accepted: compared.length - refused.length,
    refused: refused.length,
    caught: refused.length - of(refused, 'missed'),
    named: named.length,
    namedAlike: of(named, 'agreed'),
    falselyRefused: of(compared, 'falsely refused'),
  };
}

export function scoreLine(name: string, score: Score): string {
  const { accepted, refused, caught, named, namedAlike, falselyRefused } = score;
  return [
    name.padEnd(34),
    `refused ${String(refused).padStart(5)}`,
    `caught ${percent(caught, refused)}`,
    `paths ${percent(namedAlike, named)}`,
    `accepted ${String(accepted).padStart(5)}`,
    `falsely refused ${falselyRefused}`,
  ].join('  ');
}

function percent(part: number, whole: number): string {
  return (whole === 0 ? 'none' : `${((part / whole) * 100).toFixed(1)} %`).padStart(7);
}

/** One disagreement, for whoever repairs it. */
export function explain({ judged, ours, comparison }: Compared): string {
  const { kind, change, verdict } = judged;
  const theirs =
    verdict.causes.length === 0
      ? verdict.message
      : verdict.causes.map(({ field, message }) => `${field}: ${message}`).join('\n              ');
  const said = ours.errors.map(({ field, type, detail }) => `${field}: ${type}: ${detail}`).join('\n              ');
  return [
    `${comparison}: ${kind} (${judged.class}) ${change.slice(0, 300)}`,
    `      server: ${verdict.status < 300 ? 'accepted' : `${verdict.reason} ${theirs.slice(0, 1200)}`}`,
    `      ours:   ${said === '' ? 'accepted' : said.slice(0, 1200)}`,
  ].join('\n');
}

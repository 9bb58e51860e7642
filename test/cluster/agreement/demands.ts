import { largestClass, largestKind } from './generate.ts';
import { explain, scoreLine, scoreOf, type Compared } from './scoring.ts';
import { countsOf } from './counts.ts';
import type { Judged } from './verdict.ts';

/** The least that is caught, and the least of the paths that agree. Nothing may be refused falsely. */
const leastCaught = 0.99;
const leastPaths = 0.95;
/** Disagreements printed of each sort: misses are for the list in docs/api-server-coverage.md. */
const shown = { 'falsely refused': 30, missed: 100, 'other paths': 10 } as const;

export interface Demands {
  readonly failed: readonly string[];
  readonly notes: readonly string[];
}

/** What a comparison must come to, and what to print of it. */
export function demand(title: string, judged: readonly Judged[], compared: readonly Compared[]): Demands {
  const score = scoreOf(compared);
  const failed: string[] = [];
  if (score.caught < leastCaught * score.refused)
    failed.push(`less than ${leastCaught * 100} % of the refusals caught`);
  if (score.namedAlike < leastPaths * score.named) failed.push(`less than ${leastPaths * 100} % of the paths agree`);
  if (score.falselyRefused > 0) failed.push(`${score.falselyRefused} objects falsely refused`);
  const notes = [...countsOf(judged), scoreLine(title, score)];
  for (const comparison of ['falsely refused', 'missed', 'other paths'] as const) {
    const such = compared.filter((one) => one.comparison === comparison);
    for (const one of such.slice(0, shown[comparison])) notes.push(explain(one));
  }
  return { failed, notes };
}

/** Whether the generator kept to its limits. */
export function spread(
  judged: readonly { readonly class: string; readonly kind: string }[],
  least: number,
  kinds: number,
): readonly string[] {
  const failed: string[] = [];
  if (judged.length < least) failed.push(`${judged.length} objects are less than ${least}`);
  const found = new Set(judged.map(({ kind }) => kind)).size;
  if (found < kinds) failed.push(`${found} kinds are less than ${kinds}`);
  for (const [what, limit] of [
    ['class', largestClass],
    ['kind', largestKind],
  ] as const) {
    const counts = new Map<string, number>();
    for (const one of judged) counts.set(one[what], (counts.get(one[what]) ?? 0) + 1);
    for (const [name, count] of counts) {
      if (count > limit * judged.length) failed.push(`${what} ${name} has ${count} of ${judged.length} objects`);
    }
  }
  return failed;
}

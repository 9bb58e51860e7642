import type { NotChecked, NotCheckedReason, Validation } from '../../validate/index.ts';
import { count } from '../words.ts';

const reasons: Readonly<Record<NotCheckedReason, string>> = {
  'schema-missing': 'no schema is known for the kind',
  'cel-unsupported': 'a CEL expression uses what this version does not know',
  unreadable: 'it could not be read',
  'facts-only': 'its constraints and rules are not in the pulled schema',
  'chart-not-rendered': 'a chart or repository that is not rendered here',
  'rule-crashed': 'the rule itself failed',
};

/** Why something was not checked. */
export function reasonOf({ reason }: NotChecked): string {
  return reasons[reason];
}

/** The line that every report ends with. */
export function coverageSaid({ coverage, objects, units }: Validation): string {
  const versions = [...new Set(Object.values(coverage.kubernetes))].toSorted().join(', ');
  const within = units === 0 ? '' : ` in ${count(units, 'unit')}`;
  const rules = `${count(coverage.rules, 'rule')} (${coverage.profile})`;
  return `checked ${coverage.checked} of ${count(objects, 'object')}${within} with ${rules} for Kubernetes ${versions}`;
}

/** Undefined when nothing was checked by facts alone. */
export function factsOnlySaid({ coverage: { factsOnly } }: Validation): string | undefined {
  if (factsOnly.length === 0) return undefined;
  return `checked by facts alone, without constraints and rules of their definitions: ${factsOnly.join(', ')}`;
}

/** All of it in plain lines, for reports without a form of their own for it. */
export function coverageLines(validation: Validation): readonly string[] {
  const facts = factsOnlySaid(validation);
  return [
    ...validation.coverage.notChecked.map((gap) => `not checked: ${gap.subject}: ${reasonOf(gap)}`),
    ...(facts === undefined ? [] : [facts]),
    coverageSaid(validation),
  ];
}

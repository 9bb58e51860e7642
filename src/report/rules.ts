import type { RuleEntry } from '../validate/index.ts';
import { formatLocation } from '../kernel/index.ts';
import type { ReportBody } from './documents.ts';
import { plain } from './envelope.ts';
import type { Paint } from './paint.ts';
import { count, table } from './words.ts';

export function rulesBody(rules: readonly RuleEntry[]): ReportBody {
  return { rules: plain(rules), summary: { rules: rules.length } };
}

/** One block per set, one line per rule. */
export function rulesText(rules: readonly RuleEntry[], paint: Paint): string {
  const sets = [...new Set(rules.map(({ set }) => set))];
  const blocks = sets.map((set) => {
    const own = rules.filter((rule) => rule.set === set);
    const rows = own.map((rule) => [rule.id, rule.severity, rule.tiers?.join(',') ?? '', rule.title]);
    return `${paint.bold(set)}\n${indented(table(['RULE', 'SEVERITY', 'TIERS', 'WHAT IT WANTS'], rows))}`;
  });
  return [...blocks, `${count(rules.length, 'rule')}; \`keelson explain RULE\` says more of one\n`].join('\n');
}

/** A rule with the text of its page; undefined when it has none. */
export interface ExplainedRule {
  readonly rule: RuleEntry;
  readonly page: string | undefined;
}

export function ruleExplanationBody(explained: readonly ExplainedRule[], subject: string): ReportBody {
  return {
    subject,
    units: [],
    rules: explained.map(({ rule, page }) => plain({ ...rule, page })),
    summary: { units: 0, objects: 0, rules: explained.length },
  };
}

export function ruleExplanationText(explained: readonly ExplainedRule[], paint: Paint): string {
  return explained.map((one) => explanation(one, paint)).join('\n');
}

function explanation({ rule, page }: ExplainedRule, paint: Paint): string {
  const { declared, tiers, options } = rule;
  const facts: (readonly [string, string])[] = [
    ['fix', rule.fix],
    ['set', rule.set],
    ['severity', rule.severity],
    ...(tiers === undefined ? [] : [['tiers', tiers.join(', ')] as const]),
    ...(rule.needs === undefined ? [] : [['needs', 'the declarations of a repository'] as const]),
    ...Object.entries(options).map(([name, value]) => ['option', `${name} = ${JSON.stringify(value)}`] as const),
    ...(rule.aliases.length === 0 ? [] : [['aliases', rule.aliases.join(', ')] as const]),
    ...(declared === undefined ? [] : [['declared', formatLocation(declared)] as const]),
    ['docs', page === undefined ? `${rule.docs} (not written yet)` : rule.docs],
  ];
  const lines = facts.map(([name, value]) => `   ${name.padEnd(9)} ${value}\n`).join('');
  return `${paint.bold(rule.id)}\n   ${rule.title}\n\n${lines}${page === undefined ? '' : `\n${pageText(page, rule, paint)}`}`;
}

/** A page without what has been said: headings bold, examples indented, links as their text. */
function pageText(page: string, { title, fix }: RuleEntry, paint: Paint): string {
  let inExample = false;
  const lines = page
    .replace(/^# .*\n/, '')
    .split('\n')
    .flatMap((line): readonly string[] => {
      const fence = /^```(?:\S*) ?(.*)$/.exec(line);
      if (fence !== null) {
        inExample = !inExample;
        return inExample && fence[1] !== undefined && fence[1] !== '' ? [paint.dim(`   ${fence[1]}:`)] : [];
      }
      if (inExample) return [`      ${line}`.trimEnd()];
      if (line === title || line === `Fix: ${fix}`) return [];
      const heading = /^#+ (.*)$/.exec(line)?.[1];
      return [
        heading === undefined
          ? `   ${line.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')}`.trimEnd()
          : paint.bold(`   ${heading}`),
      ];
    });
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd()}\n`;
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '   ');
}

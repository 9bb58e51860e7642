import { catalogue } from './catalogue.ts';
import { reasons } from './row.ts';
import type { Row } from './row.ts';
import { tools } from './tools.ts';

/** `docs/rule-map.md`. `rulesFor`: the rules that have an alias. */
export function ruleMapPage(rulesFor: (alias: string) => readonly string[]): string {
  const parts = [
    '# Which rule stands for what\n\nWritten by `test/conformance/rule-map.test.ts`, which also checks it; `UPDATE_GOLDEN=1 npx vitest run test/conformance/rule-map.test.ts` writes it again.\n',
    'A rule of ours that stands for a check of another tool honours the annotations with which that tool is told to pass over it (see [validate.md](validate.md)).\n',
  ];
  for (const { name, title, source, checks } of tools) {
    parts.push(
      `## ${title}: ${checks.length} checks\n\nThe list: ${source}.\n\n| check | rules here |\n| --- | --- |`,
      ...checks.map((check) => `| ${check} | ${rulesFor(`${name}/${check}`).map(link).join(', ')} |`),
      '',
    );
  }
  parts.push(
    `## What a platform wants checked: ${catalogue.length} wishes\n\nErrors are those of \`keelson synth\` and \`validate\`: they refuse a declaration before anything is rendered.\n\n| wish | what | by |\n| --- | --- | --- |`,
    ...catalogue.map((row) => `| ${row.id} | ${row.wants} | ${grantedBy(row)} |`),
    '',
  );
  return parts.join('\n');
}

function grantedBy({ rules, errors, reason }: Row): string {
  const parts = [
    rules.map(link).join(', '),
    errors.length === 0
      ? ''
      : `error${errors.length === 1 ? '' : 's'} ${errors.map((code) => `\`${code}\``).join(', ')}`,
    reason === undefined ? '' : `none: ${reasons[reason]}`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function link(rule: string): string {
  return `[${rule}](rules/${rule}.md)`;
}

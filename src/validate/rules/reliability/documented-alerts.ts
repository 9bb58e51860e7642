import { defineRule } from '../../rule.ts';
import type { ReportProblem } from '../../rule.ts';
import { everyTier, listAt, textAt, textsOption } from '../../workloads/index.ts';
import type { Target } from '../../view.ts';

export const documentedAlerts = defineRule({
  id: 'documented-alerts',
  set: 'recommended',
  title: 'An alert says what is wrong and where it is written what to do.',
  fix: 'Add the annotations `description` and `runbook_url`, and write the page that it points to.',
  severity: 'warning',
  tiers: everyTier,
  options: { annotations: ['description', 'runbook_url'] },
  kinds: ['monitoring.coreos.com/PrometheusRule'],
  check({ decoded, target }, report, _leaveOut, options) {
    for (const [index, group] of listAt(decoded.object, 'spec', 'groups').entries()) {
      for (const [position, rule] of listAt(group, 'rules').entries()) {
        const name = textAt(rule, 'alert');
        if (name === undefined) continue;
        const pointer = `/spec/groups/${index}/rules/${position}/annotations`;
        for (const annotation of textsOption(options, 'annotations')) {
          if ((textAt(rule, 'annotations', annotation) ?? '').trim() !== '') continue;
          report({
            messageId: 'missing',
            message: `alert "${name}" has no annotation "${annotation}"`,
            pointer: `${pointer}/${annotation}`,
          });
        }
        const url = textAt(rule, 'annotations', 'runbook_url');
        if (url !== undefined && url.trim() !== '')
          checkUrl(report, { name, url, target, pointer: `${pointer}/runbook_url` });
      }
    }
  },
});

interface Runbook {
  readonly name: string;
  readonly url: string;
  readonly target: Target;
  readonly pointer: string;
}

function checkUrl(report: ReportProblem, { name, url, target, pointer }: Runbook): void {
  if (!/^https?:[/][/][^/\s]+/.test(url)) {
    report({
      messageId: 'no-url',
      message: `the runbook of alert "${name}" is no web address`,
      pointer,
      seen: url,
      allowed: 'https://...',
    });
    return;
  }
  const [, component] = /[/]platform[/]([^/#?]+)[/]README[.]md(?:[#?]|$)/.exec(url) ?? [];
  const components = target.facts?.fleet.components.map((one) => one.name);
  if (component === undefined || components === undefined || components.includes(component)) return;
  report({
    messageId: 'no-component',
    message: `the runbook of alert "${name}" is the README of component "${component}", which there is not`,
    pointer,
    seen: component,
    allowed: components.join(', '),
  });
}

import type { JsonObject, Severity } from '../kernel/index.ts';
import type { Policy } from '../model/types.ts';
import type { RuleOptions } from './check-object.ts';
import { isSetRule } from './rule.ts';
import type { Problem, Rule } from './rule.ts';

const ranks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/** The rules with the severities that the organisation set: none of their cases is graver than that. */
export function withSeverities(rules: readonly Rule[], settings: Policy['settings']): readonly Rule[] {
  return rules.map((rule) => {
    const severity = Object.hasOwn(settings, rule.id) ? settings[rule.id]?.severity : undefined;
    return severity === undefined ? rule : withSeverity(rule, severity);
  });
}

function withSeverity(rule: Rule, severity: Severity): Rule {
  const eased = (problem: Problem): Problem =>
    problem.severity === undefined || ranks[problem.severity] < ranks[severity] ? problem : { ...problem, severity };
  if (isSetRule(rule)) {
    return {
      ...rule,
      severity,
      checkSet: (world, report, leaveOut, options) =>
        rule.checkSet(world, (object, problem) => report(object, eased(problem)), leaveOut, options),
    };
  }
  return {
    ...rule,
    severity,
    check: (view, report, leaveOut, options) =>
      rule.check(view, (problem) => report(eased(problem)), leaveOut, options),
  };
}

export function optionsIn(settings: Policy['settings']): RuleOptions {
  const set = Object.entries(settings).flatMap(([id, { options }]): readonly (readonly [string, JsonObject])[] =>
    options === undefined ? [] : [[id, options]],
  );
  return Object.fromEntries(set);
}

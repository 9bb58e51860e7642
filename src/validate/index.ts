export { defineRule } from './rule.ts';
export type { ObjectRule, Problem, ReportProblem, RuleKinds, RuleMetadata, RuleSet } from './rule.ts';
export { fails, openFindings } from './validation.ts';
export type { Coverage, NotChecked, NotCheckedReason, Validation } from './validation.ts';
export type { ObjectView, PodSecurityLevel, Target } from './view.ts';

export type { RuleOptions } from './check-object.ts';
export { checkSet } from './check-set.ts';
export { openEngine } from './engine.ts';
export type { Engine, EngineOptions, FileVerdict } from './engine.ts';
export { judge } from './judge.ts';
export { touchedFile, unreadableFile } from './file-findings.ts';
export type { Manifest, Origin, SourceFile } from '../analysis/index.ts';
export { listRules, rulesNamed } from './list-rules.ts';
export type { RepositoryRules, RuleEntry } from './list-rules.ts';
export { mergeVerdicts } from './merge-verdicts.ts';
export { readFile } from './read-file.ts';
export { defineRule, isSetRule } from './rule.ts';
export type {
  LeaveOut,
  ObjectRule,
  Problem,
  ReportOn,
  ReportProblem,
  Rule,
  RuleKinds,
  RuleMetadata,
  RuleSet,
  SetRule,
} from './rule.ts';
export { ownAdmissionRule } from './admission/own-admission-rule.ts';
export { unusedOutside } from './outside/unused-outside.ts';
export { policyErrors } from './policy-errors.ts';
export type { OwnRule } from './policy-errors.ts';
export { optionsIn, withSeverities } from './rule-settings.ts';
export { applyWaivers } from './waivers/apply-waivers.ts';
export type { WaiverRun } from './waivers/apply-waivers.ts';
export { waiverRules } from './waivers/waiver-rules.ts';
export type { RuleId } from './rule-ids.ts';
export { builtInRules, fileRules } from './rules/index.ts';
export { selectRules } from './select-rules.ts';
export type { RuleChoice } from './select-rules.ts';
export { unknownVersion } from './unknown-version.ts';
export { coverageOf, fails, openFindings } from './validation.ts';
export type { Coverage, NotChecked, NotCheckedReason, Validation } from './validation.ts';
export { viewOf } from './view.ts';
export type { FindCustomKind, ObjectView, PodSecurityLevel, Target } from './view.ts';

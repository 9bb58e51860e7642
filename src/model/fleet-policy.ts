import type { Declared } from '../kernel/index.ts';
import type { AdmissionRuleDeclaration, OutsideObject, RuleSetting, WaiverDeclaration } from './policy-declarations.ts';

/** A waiver as it was declared. Whether it holds depends on the day. */
export interface Waiver extends WaiverDeclaration {
  readonly declared: Declared;
}

export interface Outside {
  /** Of the declaration, or `component/<name>`, `<tenant>/<app>` for what a chart or a repository brings. */
  readonly name: string;
  readonly reason: string;
  /** Clusters that have the objects. */
  readonly clusters: readonly string[];
  readonly objects: readonly OutsideObject[];
  readonly declared: Declared;
}

export interface AdmissionRule extends AdmissionRuleDeclaration {
  readonly declared: Declared;
}

export interface Policy {
  readonly waivers: readonly Waiver[];
  readonly outside: readonly Outside[];
  readonly admissionRules: readonly AdmissionRule[];
  /** By id of the rule. */
  readonly settings: Readonly<Record<string, RuleSetting & { readonly declared: Declared }>>;
}

import type { ClusterFacts } from '../analysis/index.ts';
import type { JsonObject, Severity } from '../kernel/index.ts';
import type { Tier } from '../model/types.ts';

/** Manifests of one cluster, and what the rule is told besides. */
export interface RuleCase {
  /** YAML or JSON, several documents if wanted. */
  readonly manifests: string;
  /** Default: the newest version that is known. */
  readonly kubernetes?: string;
  readonly tier?: Tier;
  /** Laid over the rule's own options. */
  readonly options?: JsonObject;
  /** For a rule with `needs: 'fleet'`. */
  readonly facts?: ClusterFacts;
}

/** A finding that a case must bring; what is left out is not compared. */
export interface RuleFailure {
  readonly messageId: string;
  /** RFC 6901, into the object. */
  readonly pointer: string;
  /** Name of the object. */
  readonly object?: string;
  readonly message?: string;
  readonly severity?: Severity;
}

export interface RuleCases {
  readonly valid: readonly (string | RuleCase)[];
  /** Each with all its findings, in any order. */
  readonly invalid: readonly (RuleCase & { readonly findings: readonly RuleFailure[] })[];
}

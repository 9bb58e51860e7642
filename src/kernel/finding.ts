import type { Declared, Location } from './location.ts';
import type { ObjectRef } from './object-ref.ts';
import type { UnitRef } from './unit-ref.ts';

export type Severity = 'error' | 'warning' | 'info';

/** An object that a finding names beside its own. */
export interface RelatedObject {
  readonly object: ObjectRef;
  /** RFC 6901, into that object. */
  readonly pointer?: string;
  readonly location?: Location;
  readonly declared?: Declared;
}

/** Why a finding does not count. */
export interface FindingWaiver {
  readonly reason: string;
  /** Left out for an annotation of another tool: nobody is named there. */
  readonly owner?: string;
  /** `2027-01-31`, the last day. */
  readonly expires?: string;
}

/** Something that a rule found. Data, never thrown. The report's contract names the same keys. */
export interface Finding {
  /** Id of the rule: `valid-service`. */
  readonly rule: string;
  /** Which of the rule's messages: `required`, `not-supported`... */
  readonly messageId: string;
  readonly severity: Severity;
  readonly message: string;
  /** What was seen, shortened; never a Secret's data. */
  readonly seen?: string;
  readonly allowed?: string;
  readonly fix: string;
  /** Path of the rule's page in the repository. */
  readonly docs: string;
  readonly object?: ObjectRef;
  /** RFC 6901, into the object. */
  readonly pointer?: string;
  readonly container?: string;
  readonly unit?: UnitRef;
  readonly location?: Location;
  /** The line of the construct that made the object; without one, of its declaration. */
  readonly declared?: Declared;
  /** What the unit is declared by: a tenant's file, a component's. */
  readonly declaration?: Declared;
  readonly constructPath?: string;
  /** 32 hex digits over rule, messageId, unit or path, object key and keyed pointer: lines and order do not change it. */
  readonly fingerprint: string;
  readonly aliases?: readonly string[];
  readonly status?: 'new' | 'existing';
  /** The other ends: the object that is referred to, the one that is there twice. */
  readonly related?: readonly RelatedObject[];
  /** Somebody answers for it: it counts neither in sums nor for the exit code. */
  readonly waiver?: FindingWaiver;
  /** Fingerprints of the findings that this one follows from. */
  readonly causes?: readonly string[];
}

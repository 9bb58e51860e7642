import type { Check } from './check.ts';

/** Returns what is wrong with a name, or undefined. */
export type NameRule = (name: string) => string | undefined;

/**
 * What the API server's own code (not its schema) refuses about one kind, taken alone. One kind = one file = one rule.
 * `Kind` is the decoded object: types are certain, nulls and unknown fields are gone, defaults are not filled in:
 * a validation reads a field as the server would see it after its defaulting (`spec.restartPolicy ?? 'Always'`).
 */
export interface KindValidation<Kind = unknown> {
  readonly group: string;
  readonly kind: string;
  /** Served versions this file speaks for; left out when it speaks for all. */
  readonly versions?: readonly string[];
  /** The rule under which errors are reported; its page is `docs/rules/<id>.md`. */
  readonly rule: {
    /** `valid-<kind in kebab-case>`. */
    readonly id: string;
    /** One sentence: what the rule wants. */
    readonly title: string;
    /** One sentence: how to repair most of what it finds. */
    readonly fix: string;
  };
  /** Of `metadata.name`; the server's own rule for this kind. `metadata` itself is checked once for all kinds. */
  readonly name: NameRule;
  /** The server names an object that has no name. */
  readonly named?: true;
  /** From this minor version on the server judges the name that it made, not generateName. */
  readonly madeNameSince?: number;
  /** The server judges name and generateName of a changed object anew. */
  readonly renamed?: true;
  /** The server does not ask this kind's finalizers for a domain. */
  readonly plainFinalizers?: true;
  /** A question that the server answers and never keeps: nothing looks at its metadata but `validate`. */
  readonly answered?: true;
  /** Nothing is asked of it but its metadata: no rule of its own. */
  readonly metadataOnly?: true;
  /** A new object. The root path is `undefined`. */
  readonly validate: (check: Check, object: Kind) => void;
  /** A changed object, beside what `validate` says when the server calls both: immutable fields, transitions. */
  readonly validateUpdate?: (check: Check, object: Kind, old: Kind) => void;
}

/** Keeps the kind's type while the table of all kinds forgets it. */
export function defineKind<Kind>(validation: KindValidation<Kind>): KindValidation {
  return validation as unknown as KindValidation;
}

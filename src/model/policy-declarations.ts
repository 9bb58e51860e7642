import type { JsonObject, Severity } from '../kernel/index.ts';
import type { Tier } from './environment-declarations.ts';

/** Where a waiver holds: every part that is given must fit. It names a unit, a tenant, a component or an object. */
export interface WaiverScope {
  readonly environment?: string;
  readonly cluster?: string;
  readonly tenant?: string;
  readonly component?: string;
  /** `<owner>/<name>`: `payments/checkout`, `platform/gateway`. */
  readonly unit?: string;
  readonly object?: WaiverObject;
  /** Name of a container of the object. */
  readonly container?: string;
  /** RFC 6901: the field and what lies below it. */
  readonly pointer?: string;
}

export interface WaiverObject {
  /** `<group>/<Kind>`: `apps/Deployment`, `/Service`. */
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** An exception that somebody answers for, until a day: `platform/policy/`. */
export interface WaiverDeclaration {
  /** Id of the rule. */
  readonly rule: string;
  readonly scope: WaiverScope;
  readonly reason: string;
  /** A tenant, its team, or the owner of a component or an environment. */
  readonly owner: string;
  /** The last day on which it holds, `YYYY-MM-DD` (UTC); at most a year ahead. */
  readonly expires: string;
}

/** What is on a cluster though nothing here renders it. */
export interface OutsideObject {
  /** `<group>/<Kind>`: `/Secret`, `storage.k8s.io/StorageClass`. */
  readonly kind: string;
  /** Left out: the object has none, or it is in any. */
  readonly namespace?: string;
  /** Left out: objects of any name. */
  readonly name?: string;
  /** Of the object's own, or of its pods. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Of a ConfigMap or Secret. */
  readonly keys?: readonly string[];
  /** Names and numbers of a Service's ports. */
  readonly ports?: readonly (string | number)[];
}

export interface OutsideDeclaration {
  readonly name: string;
  /** Who makes the objects, and when. */
  readonly reason: string;
  /** Every cluster of these, and `clusters`. Both left out: all clusters. */
  readonly environments?: readonly string[];
  readonly clusters?: readonly string[];
  readonly objects: readonly OutsideObject[];
}

export interface RuleSetting {
  readonly severity?: Severity;
  /** Laid over the rule's own, key by key. */
  readonly options?: JsonObject;
}

/** What an organisation changes about rules. */
export interface PolicyDeclaration {
  /** By id of the rule. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export interface AdmissionSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    readonly values?: readonly string[];
  }[];
}

export interface AdmissionResources {
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly resources: readonly string[];
  /** Default: `CREATE` and `UPDATE`. */
  readonly operations?: readonly ('CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT' | '*')[];
  readonly resourceNames?: readonly string[];
  readonly scope?: 'Cluster' | 'Namespaced' | '*';
}

/** A rule in CEL: evaluated here, and by the cluster as a ValidatingAdmissionPolicy. */
export interface AdmissionRuleDeclaration {
  readonly id: string;
  readonly title: string;
  readonly fix: string;
  readonly severity: Severity;
  /** Only for clusters of environments of these tiers. */
  readonly tiers?: readonly Tier[];
  /** Path of its page; default: `platform/policy/<id>.md`. */
  readonly docs?: string;
  readonly match: {
    readonly resourceRules: readonly AdmissionResources[];
    readonly excludeResourceRules?: readonly AdmissionResources[];
    readonly namespaceSelector?: AdmissionSelector;
    readonly objectSelector?: AdmissionSelector;
  };
  readonly matchConditions?: readonly { readonly name: string; readonly expression: string }[];
  readonly variables?: readonly { readonly name: string; readonly expression: string }[];
  readonly validations: readonly {
    readonly expression: string;
    readonly message?: string;
    readonly messageExpression?: string;
    readonly reason?: 'Unauthorized' | 'Forbidden' | 'Invalid' | 'RequestEntityTooLarge';
  }[];
  /** What the cluster does; default: `Deny`. */
  readonly actions?: readonly ('Deny' | 'Warn' | 'Audit')[];
}

/** A rule of the organisation's own, as far as it is data: `load` hands its code over beside it. */
export interface RuleDeclaration {
  readonly id: string;
}

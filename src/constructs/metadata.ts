/** The part of `io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta` that a declaration may set. */
export interface ObjectMeta {
  /** Always given: no name comes from a construct's id or path. */
  readonly name: string;
  /** Default: the unit's namespace. Refused on cluster-scoped kinds. */
  readonly namespace?: string;
  readonly labels?: Labels;
  readonly annotations?: Labels;
  readonly finalizers?: readonly string[];
}

export type Labels = Readonly<Record<string, string>>;

/** `io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector`: all parts must match; the empty selector matches everything. */
export interface LabelSelector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly LabelSelectorRequirement[];
}

export interface LabelSelectorRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values?: readonly string[];
}

/**
 * A Kubernetes quantity in its canonical form (`250m`, `1`, `512Mi`): the API server rewrites `1000m` to `1` and `1024Mi` to `1Gi`,
 * and Argo CD would show the difference for ever.
 */
export type Quantity = string;

export type Resources = Readonly<Record<string, Quantity>>;

/** A port's number or its name; a number or a percentage. */
export type IntOrString = number | string;

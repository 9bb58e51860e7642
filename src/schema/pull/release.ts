interface Labelled {
  readonly metadata?: {
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
}

/** Annotations in which projects say the release of a definition. */
const annotated: Readonly<Record<string, string>> = {
  'gateway.networking.k8s.io/bundle-version': 'gateway-api',
  'operator.prometheus.io/version': 'prometheus-operator',
};

/** The release that a definition says it is of: `cert-manager v1.21.2`. Undefined when it does not say. */
export function releaseOf(definition: unknown): string | undefined {
  const { labels = {}, annotations = {} } = (definition as Labelled).metadata ?? {};
  for (const [name, project] of Object.entries(annotated)) {
    const version = annotations[name];
    if (version !== undefined) return `${project} ${version}`;
  }
  const version = labels['app.kubernetes.io/version'];
  const project = labels['app.kubernetes.io/part-of'] ?? labels['app.kubernetes.io/name'];
  if (version !== undefined && project !== undefined) return `${project} ${version}`;
  return labels['helm.sh/chart'];
}

/** Identity of a Kubernetes object. The core group is `""`; a cluster-scoped object has no namespace. */
export interface ObjectRef {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** `apps/v1` -> group `apps`, version `v1`; `v1` -> group `""`, version `v1`. */
export function parseApiVersion(apiVersion: string): { readonly group: string; readonly version: string } {
  const slash = apiVersion.indexOf('/');
  if (slash < 0) return { group: '', version: apiVersion };
  return { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

/**
 * The key under which Kubernetes itself keeps an object: group, kind, namespace, name. The version is left out, because
 * two versions of a kind are two views of one object. A slash cannot occur in any part, so the key is injective.
 */
export function objectKey(ref: ObjectRef): string {
  return `${ref.group}/${ref.kind}/${ref.namespace ?? ''}/${ref.name}`;
}

/** For messages: `Deployment.apps payments-prod/web`, `Namespace payments-prod`. */
export function formatObject(ref: ObjectRef): string {
  const kind = ref.group === '' ? ref.kind : `${ref.kind}.${ref.group}`;
  return ref.namespace === undefined ? `${kind} ${ref.name}` : `${kind} ${ref.namespace}/${ref.name}`;
}

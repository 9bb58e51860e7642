import { parseApiVersion, type JsonObject, type ObjectRef } from '../kernel/index.ts';

/** Group (if any) and version, as `metav1.GroupVersion` and the API machinery's validation of both allow. */
const apiVersionForm = /^(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\/)?v[0-9]+(?:(?:alpha|beta)[0-9]+)?$/;
const customVersionForm = /^[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\/[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const kindForm = /^[A-Z][A-Za-z0-9]*$/;
/** RFC 1123 label and subdomain: `k8s.io/apimachinery/pkg/util/validation`. */
const label = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

/** What an object says that it is, or what is wrong with that, in words. Its namespace is looked at elsewhere. */
export type Identity = { readonly ref: ObjectRef } | { readonly problem: string; readonly hint: string };

export function readIdentity(value: JsonObject): Identity {
  const { apiVersion, kind, metadata } = value;
  if (typeof apiVersion !== 'string' || !(apiVersionForm.test(apiVersion) || customVersionForm.test(apiVersion))) {
    return wrong(`has apiVersion ${quoted(apiVersion)}`, 'Give it as `group/version`, or `v1` for the core group.');
  }
  if (typeof kind !== 'string' || !kindForm.test(kind)) {
    return wrong(`has kind ${quoted(kind)}`, 'Give the kind in CamelCase, for example `Deployment`.');
  }
  if (kind === 'List') return wrong('is a List', 'Make one API object per item: each gets a file of its own.');
  const name = isObject(metadata) ? metadata['name'] : undefined;
  if (typeof name !== 'string') return wrong('has no metadata.name', 'Name it explicitly.');
  const { group, version } = parseApiVersion(apiVersion);
  const problem = problemOfName(group, kind, name);
  if (problem !== undefined) return problem;
  const namespace = isObject(metadata) ? metadata['namespace'] : undefined;
  if (namespace !== undefined && (typeof namespace !== 'string' || (namespace !== '' && !isLabel(namespace)))) {
    return wrong(`has namespace ${quoted(namespace)}`, 'A namespace is a DNS label of at most 63 characters.');
  }
  const named = typeof namespace === 'string' && namespace !== '' ? { namespace } : {};
  return { ref: { group, version, kind, ...named, name } };
}

function problemOfName(group: string, kind: string, name: string): { problem: string; hint: string } | undefined {
  if (group === 'rbac.authorization.k8s.io') {
    // RBAC names are only path segments: `system:auth-delegator` is usual.
    const legal = name !== '' && name !== '.' && name !== '..' && !/[/%]/.test(name);
    return legal ? undefined : wrong(`has name ${quoted(name)}`, 'An RBAC name may not hold `/` or `%`.');
  }
  if (group === '' && (kind === 'Namespace' || kind === 'Service')) {
    if (isLabel(name)) return undefined;
    return wrong(`has name ${quoted(name)}`, 'It must be a DNS label: at most 63 of a-z, 0-9 and -.');
  }
  if (name.length <= 253 && subdomain.test(name)) return undefined;
  return wrong(`has name ${quoted(name)}`, 'It must be a DNS name: at most 253 of a-z, 0-9, - and dots.');
}

function isLabel(text: string): boolean {
  return text.length <= 63 && label.test(text);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quoted(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}

function wrong(problem: string, hint: string): { problem: string; hint: string } {
  return { problem, hint };
}

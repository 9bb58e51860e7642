import { createHash } from 'node:crypto';
import { objectKey } from '../kernel/index.ts';
import type { ObjectRef } from '../kernel/index.ts';
import { hasShortName, isNamedAsClusterScoped } from './built-in-kinds.ts';

/** Bytes; file systems allow 255, and tools add suffixes of their own. */
const maximumLength = 200;
const extension = '.yaml';

/**
 * Last labels by which the group of `certificate.cert-manager.io.web` ends where it does. A group that ends in none of
 * them is fine too, its files carry the hash. Entries must stay: a change would rename files.
 */
const groupEndings = new Set(
  'io com org net dev sh cloud app ai co tech xyz run tools systems software example internal local corp'.split(' '),
);

/** The group that a reader takes `rest` (group and name, or the name alone) to begin with. */
function apparentGroup(rest: string): string | undefined {
  const labels = rest.split('.');
  for (let length = 2; length < labels.length; length += 1) {
    if (groupEndings.has(labels[length - 1] ?? '')) return labels.slice(0, length).join('.');
  }
  return undefined;
}

function isReadBackAs(ref: ObjectRef, short: boolean, namespaceShown: boolean): boolean {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(ref.kind) || !/^[a-z0-9.-]+$/.test(ref.name)) return false;
  if (!/^[a-z0-9-]*$/.test(ref.namespace ?? '') || !/^[a-z0-9.-]*$/.test(ref.group)) return false;
  if (namespaceShown) return short || ref.group !== '';
  return short ? apparentGroup(ref.name) === undefined : apparentGroup(`${ref.group}.${ref.name}`) === ref.group;
}

/**
 * Name of the object's file in its unit's folder:
 *
 *     deployment.web.yaml                          a kind of Kubernetes itself, in the unit's namespace or cluster-scoped
 *     certificate.cert-manager.io.web.yaml         any other kind: with its group
 *     networkpolicy.kube-system_dns.yaml           another namespace than expected, before an underscore (none: just that)
 *     clusterrole.system-x__0123456789abcdef.yaml  a hash of the object's key, where the name alone could be read in two
 *                                                  ways, is over 200 bytes or holds a character outside a-z 0-9 . -
 *
 * It depends on nothing but the object's key and the unit's namespace, so adding an object touches no other file. Two
 * objects never share a name, on case-insensitive file systems neither; the one exception are two kinds of one custom
 * group that differ only in case, which the write refuses.
 */
export function fileName(ref: ObjectRef, unitNamespace?: string): string {
  const short = hasShortName(ref);
  const expectedNamespace = isNamedAsClusterScoped(ref) ? undefined : unitNamespace;
  const namespaceShown = ref.namespace !== expectedNamespace;
  const kind = short ? ref.kind : `${ref.kind}.${ref.group}`;
  const stem = `${kind}.${namespaceShown ? `${ref.namespace ?? ''}_` : ''}${ref.name}`.toLowerCase();
  const fits = stem.length + extension.length <= maximumLength;
  if (fits && isReadBackAs(ref, short, namespaceShown)) return `${stem}${extension}`;
  const hash = createHash('sha256').update(objectKey(ref)).digest('hex').slice(0, 16);
  const slug = stem.replaceAll(/[^a-z0-9.-]+/g, '-').slice(0, maximumLength - extension.length - hash.length - 2);
  return `${slug}__${hash}${extension}`;
}

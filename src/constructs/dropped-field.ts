import { UserError } from '../kernel/index.ts';
import { isNewerField } from './newer-field.ts';

/** What of a cdk8s-plus-28 L1 construct (`k8s.KubeDeployment`) is used here: its conversion from props to the API's JSON. */
export interface LibraryKind {
  manifest(props?: object): unknown;
}

/**
 * API field -> property of the L1 construct, where jsii's camel case differs.
 * Source: every `'<field>': obj.<property>` in cdk8s-plus-28 2.5.6, lib/imports/k8s.js.
 */
export const propertyNames: Readonly<Record<string, string>> = {
  clientIP: 'clientIp',
  clusterIP: 'clusterIp',
  datasetUUID: 'datasetUuid',
  diskURI: 'diskUri',
  downwardAPI: 'downwardApi',
  externalID: 'externalId',
  hostIP: 'hostIp',
  hostIPC: 'hostIpc',
  hostPID: 'hostPid',
  insecureSkipTLSVerify: 'insecureSkipTlsVerify',
  loadBalancerIP: 'loadBalancerIp',
  nodeID: 'nodeId',
  nonResourceURLs: 'nonResourceUrLs',
  openAPIV3Schema: 'openApiv3Schema',
  pdID: 'pdId',
  podCIDR: 'podCidr',
  podCIDRs: 'podCidRs',
  providerID: 'providerId',
  scaleIO: 'scaleIo',
  setHostnameAsFQDN: 'setHostnameAsFqdn',
  storagePolicyID: 'storagePolicyId',
  targetCPUUtilizationPercentage: 'targetCpuUtilizationPercentage',
  targetWWNs: 'targetWwNs',
  volumeID: 'volumeId',
};

/**
 * The L1 constructs of cdk8s-plus-28 copy the fields that Kubernetes 1.28 had and silently leave out the rest, misspelt or newer.
 * This compares what went in with what comes out. A lost field is an error, unless it is known to be newer than the library.
 */
export function checkFields(props: object, library: LibraryKind, path: string): void {
  const lost = lostFields(props, library).filter((pointer) => !isNewerField(kindOf(props), pointer));
  if (lost.length === 0) return;
  const { kind, metadata } = props as { readonly kind?: string; readonly metadata?: { readonly name?: string } };
  throw new UserError({
    code: 'field-dropped',
    message: `${kind} "${metadata?.name}" at construct ${path} would lose ${lost.join(', ')}: cdk8s-plus-28 does not know ${lost.length === 1 ? 'this field' : 'these fields'}`,
    hint:
      'Check the spelling against the Kubernetes API reference. For a field that is newer than Kubernetes 1.28 write the object with ' +
      '`new KubeObject(scope, id, { apiVersion, kind, metadata, ... })`, which writes what it is given.',
  });
}

function kindOf(props: object): string {
  return (props as { readonly kind?: string }).kind ?? '';
}

/** JSON pointers of what the conversion loses, sorted. */
function lostFields(props: object, library: LibraryKind): readonly string[] {
  // The L1 construct wants quantities and int-or-strings in wrapper objects, and some names in another case. Which ones shows by
  // what it loses: those are offered again in its own form, until nothing more is gained.
  const offered = new Set<string>();
  let lost = compare(props, library.manifest(props), '');
  while (lost.some((pointer) => !offered.has(pointer))) {
    for (const pointer of lost) offered.add(pointer);
    lost = compare(props, library.manifest(adapt(props, offered, '') as object), '');
  }
  return lost.toSorted();
}

/** The library's form of `value`: at the pointers in `offered` a primitive is wrapped and a field renamed. */
function adapt(value: unknown, offered: ReadonlySet<string>, pointer: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => adapt(item, offered, `${pointer}/${index}`));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => {
        const at = `${pointer}/${escape(key)}`;
        const name = offered.has(at) ? (propertyNames[key] ?? key) : key;
        // A renamed primitive is a plain one: only its name was wrong.
        return [name, name === key ? adapt(child, offered, at) : adapt(child, without(offered, at), at)];
      }),
    );
  }
  return offered.has(pointer) ? { value } : value;
}

function without(pointers: ReadonlySet<string>, pointer: string): ReadonlySet<string> {
  return new Set([...pointers].filter((item) => item !== pointer));
}

/** Pointers of `before` whose value is missing from `after` or differs there; the topmost ones only. */
function compare(before: unknown, after: unknown, pointer: string): string[] {
  if (Array.isArray(before)) {
    if (!Array.isArray(after)) return [pointer];
    return before.flatMap((item, index) => compare(item, after[index], `${pointer}/${index}`));
  }
  if (typeof before === 'object' && before !== null) {
    if (typeof after !== 'object' || after === null) return [pointer];
    const fields = after as Readonly<Record<string, unknown>>;
    return Object.entries(before).flatMap(([key, child]) =>
      child === undefined ? [] : compare(child, fields[key], `${pointer}/${escape(key)}`),
    );
  }
  return Object.is(before, after) ? [] : [pointer];
}

/** RFC 6901. */
function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

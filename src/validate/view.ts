import { objectKey, parseApiVersion } from '../kernel/index.ts';
import type { ObjectRef } from '../kernel/index.ts';
import type { ClusterFacts } from '../analysis/index.ts';
import type { Tier } from '../model/types.ts';
import { builtInKind, decode, judgeCustomResource } from '../schema/index.ts';
import type { BuiltInKind, CustomResourceSchema, CustomResourceVerdict, Decoded } from '../schema/index.ts';
import { isMapping } from '../analysis/index.ts';
import type { Manifest } from '../analysis/index.ts';
import { podOf } from '../analysis/index.ts';
import type { PodView } from '../analysis/index.ts';

export type PodSecurityLevel = 'baseline' | 'restricted';

/** What the rules are told besides the object. */
export interface Target {
  /** Minor version of the API server that will get the object: 34 for Kubernetes 1.34. */
  readonly minor: number;
  /** Minor version that the cluster will be upgraded to, with `--kubernetes-next`. */
  readonly next?: number;
  /** The level of the Pod Security Standards, and their minor version when it is not the API server's own. */
  readonly podSecurity?: {
    readonly level: PodSecurityLevel;
    readonly minor?: number;
    /** Nobody chose it: the level that a tenant declares goes before it. */
    readonly byDefault?: true;
  };
  /** Of the environment that the objects are for; undefined for plain files without `--tier`. */
  readonly tier?: Tier;
  /** What the declarations say about the cluster; undefined for plain files. */
  readonly facts?: ClusterFacts;
}

/** One object, and what several rules want to know of it: worked out once, when first asked for. */
export interface ObjectView {
  readonly ref: ObjectRef;
  /** `apps/v1` */
  readonly apiVersion: string;
  readonly manifest: Manifest;
  readonly target: Target;
  /** Undefined when the version of Kubernetes has no such kind. */
  readonly builtIn: BuiltInKind | undefined;
  /** The version of a custom resource definition that declares the kind; undefined for built-in and for unknown kinds. */
  readonly custom: CustomResourceSchema | undefined;
  /** What the definition says of the object; undefined like `custom`. */
  readonly customVerdict: CustomResourceVerdict | undefined;
  /** As the API server sees it once decoded: types are certain, nulls are gone. As it was read, for kinds without a table. */
  readonly decoded: Decoded;
  /** The pod or pod template inside; undefined for other kinds. */
  readonly pod: PodView | undefined;
  /** The object that this one replaces, when a base is given. */
  readonly old: ObjectView | undefined;
}

/** The custom kinds that are known, by `apiVersion` and `kind`. */
export type FindCustomKind = (apiVersion: string, kind: string) => CustomResourceSchema | undefined;

export interface ViewOptions {
  readonly target: Target;
  /** The objects that are replaced, with a base: by `objectKey`. */
  readonly base?: ReadonlyMap<string, Manifest>;
}

/** Undefined when the manifest is no Kubernetes object: it has no `apiVersion` or no `kind`. */
export function viewOf(manifest: Manifest, options: ViewOptions, findCustom?: FindCustomKind): ObjectView | undefined {
  const { target, base } = options;
  const { apiVersion, kind } = manifest.value;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || apiVersion === '' || kind === '') return undefined;
  const ref = refOf(manifest, apiVersion, kind);
  const builtIn = builtInKind(apiVersion, kind, target.minor);
  let decoded: Decoded | undefined;
  const custom = builtIn === undefined ? findCustom?.(apiVersion, kind) : undefined;
  // A server makes a new name for it each time: it replaces nothing.
  const replaced = isNamed(manifest) ? base?.get(objectKey(ref)) : undefined;
  let old: { readonly view: ObjectView | undefined } | undefined;
  let judged: CustomResourceVerdict | undefined;
  let pod: { readonly view: PodView | undefined } | undefined;
  return {
    ref,
    apiVersion,
    manifest,
    target,
    builtIn,
    custom,
    get customVerdict() {
      if (custom === undefined) return undefined;
      judged ??= judgeCustomResource(manifest.value, custom, target.minor, replaced?.value);
      return judged;
    },
    get old() {
      old ??= { view: replaced === undefined ? undefined : viewOf(replaced, { target }, findCustom) };
      return old.view;
    },
    get decoded() {
      decoded ??=
        builtIn === undefined
          ? { object: manifest.value, errors: [] }
          : decode(manifest.value, builtIn.type, target.minor);
      return decoded;
    },
    get pod() {
      pod ??= { view: podOf(ref.group, kind, this.decoded.object) };
      return pod.view;
    },
  };
}

function isNamed({ value }: Manifest): boolean {
  const { metadata } = value;
  return isMapping(metadata) && typeof metadata['name'] === 'string' && metadata['name'] !== '';
}

function refOf({ value }: Manifest, apiVersion: string, kind: string): ObjectRef {
  const metadata = isMapping(value['metadata']) ? value['metadata'] : {};
  const { namespace, name, generateName } = metadata;
  return {
    ...parseApiVersion(apiVersion),
    kind,
    ...(typeof namespace === 'string' && namespace !== '' ? { namespace } : {}),
    name: typeof name === 'string' ? name : typeof generateName === 'string' ? `${generateName}*` : '',
  };
}

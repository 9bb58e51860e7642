import type { ObjectRef } from '../kernel/index.ts';
import type { YamlMapping } from '../yaml/index.ts';
import type { PodView } from './pod-template.ts';

export type PodSecurityLevel = 'baseline' | 'restricted';

/** What the rules are told besides the object. */
export interface Target {
  /** Minor version of the API server that will get the object: 34 for Kubernetes 1.34. */
  readonly minor: number;
  /** Minor version that the cluster will be upgraded to, with `--kubernetes-next`. */
  readonly next?: number;
  /** Level and minor version of the Pod Security Standards, with `--pss`. */
  readonly podSecurity?: { readonly level: PodSecurityLevel; readonly minor: number };
}

/** One object, and what several rules want to know of it: worked out once, when first asked for. */
export interface ObjectView {
  readonly ref: ObjectRef;
  /** As it was read. */
  readonly value: YamlMapping;
  readonly target: Target;
  /** As the API server sees it once decoded: types are certain, nulls are gone. */
  readonly decoded: Decoded;
  /** The pod or pod template inside; undefined for other kinds. */
  readonly pod: PodView | undefined;
  /** The object that this one replaces, when a base is given. */
  readonly old: ObjectView | undefined;
}

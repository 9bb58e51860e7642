import type { OutsideObject } from '../../model/types.ts';
import type { Labels } from '../selector.ts';
import type { SetObject } from '../set-object.ts';

export type Port = number | string;

/** Something that a reference may name: an object of the set, or one that is there without being in it. */
export interface Present {
  /** `<group>/<Kind>` */
  readonly kind: string;
  /** Undefined: cluster-scoped, or any namespace. */
  readonly namespace?: string | undefined;
  /** Undefined: any name. */
  readonly name?: string | undefined;
  /** `set`: in it. `cluster`: every cluster has it. `controller`: a controller makes it from `object`. `outside`: declared to be there. */
  readonly origin: 'set' | 'cluster' | 'controller' | 'outside';
  /** Itself, or what a controller makes it from. */
  readonly object?: SetObject;
  /** Keys of a ConfigMap or Secret; undefined: nobody knows them. */
  readonly keys?: readonly string[] | undefined;
  /** Numbers and names; undefined: nobody knows them. */
  readonly ports?: readonly Port[] | undefined;
  /** Its own; of a workload, those of its pods. */
  readonly labels?: Labels | undefined;
  readonly declared?: OutsideObject;
}

/** What a controller makes, as makers say it. */
export type Made = Pick<Present, 'kind' | 'namespace' | 'name' | 'keys' | 'ports' | 'labels'>;

import type { PodSpec, Volume } from '../../schema/types/core-v1.ts';
import type { ObjectMeta } from '../../schema/types/meta-v1.ts';

/** Where a pod spec stands. The server judges a Pod more strictly than a template of one. */
export interface PodOptions {
  /** The object is a Pod itself, not a kind with a template of one. */
  readonly isPod: boolean;
  /** Of the Pod itself. Left out for a template: its pods have names of their own. */
  readonly metadata?: ObjectMeta;
  /** What stood here before, when an object changes: some rules spare what was already there. */
  readonly old?: PodSpec;
}

/** What the containers of a pod spec are checked against. */
export interface ContainerOptions extends PodOptions {
  /** The volumes without errors, by name: as the server does, a mount of a faulty volume is reported, too. */
  readonly volumes: ReadonlyMap<string, Volume>;
}

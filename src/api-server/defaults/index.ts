import { decode } from '../../schema/index.ts';
import { fillDefaults } from './fill-type.ts';
import { isMembers } from './members.ts';
import type { Members } from './members.ts';
import { prepare } from './prepare.ts';
import { completed, held } from './written.ts';

export { prepareMetadata } from './prepare.ts';
export { isMadeByServer } from './made.ts';

export interface ReceivedOptions {
  /** As the tables name it: `apps.v1.Deployment`. */
  readonly type: string;
  readonly minor: number;
}

/** Metadata of a custom resource, as it was read: decoded, and without what is empty. */
export function receivedMetadata(metadata: unknown, minor: number): Members {
  const { object } = decode(isMembers(metadata) ? metadata : {}, 'meta.v1.ObjectMeta', minor);
  return held(isMembers(object) ? object : {}, 'meta.v1.ObjectMeta', minor);
}

/**
 * A decoded object of a built-in kind as an API server holds it when its admission policies are asked on create: defaults filled in, and
 * what its own code for the kind and its built-in admission add. A copy. Reading a field that only the server can fill throws.
 */
export function receivedObject(object: Readonly<Record<string, unknown>>, { type, minor }: ReceivedOptions): Members {
  const received = held(object, type, minor);
  fillDefaults(received, type, minor);
  completed(received, type, minor);
  prepare(received, type);
  return received;
}

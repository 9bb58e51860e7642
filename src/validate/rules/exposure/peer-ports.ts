import type { ResolvedPeer } from '../../../model/types.ts';

/** For messages: `port 8080, 9090`. */
export function portsOf({ ports }: ResolvedPeer): string {
  return ports === undefined ? 'every port' : `port ${ports.join(', ')}`;
}

import type { PodSecurityLevel } from '../../../src/validate/view.ts';
import type { ApiServer } from './api-server.ts';
import { ensureNamespace } from './namespaces.ts';

/** Versions of the standards on both sides of every change; `latest` is the server's own. */
export const versions = [0, 7, 8, 18, 19, 21, 22, 23, 24, 25, 27, 29, 31, 32, 34, 35, 37, 'latest'] as const;
export const levels = ['baseline', 'restricted'] as const;

/** A namespace that enforces one level and version, and warns of it in workloads. */
export interface Policy {
  readonly namespace: string;
  readonly level: PodSecurityLevel;
  readonly minor: number;
}

export function policyOf(server: ApiServer, level: PodSecurityLevel, version: number | 'latest'): Policy {
  // Of later standards a server knows what it knew itself.
  const minor = version === 'latest' ? server.minor : Math.min(version, server.minor);
  return { namespace: `agreement-pss-${level}-${version}`, level, minor };
}

export async function prepare(server: ApiServer, { namespace, level }: Policy): Promise<void> {
  const version = namespace.endsWith('latest') ? 'latest' : `v1.${/\d+$/.exec(namespace)?.[0]}`;
  const modes = ['enforce', 'warn'].flatMap((mode) => [
    [`pod-security.kubernetes.io/${mode}`, level],
    [`pod-security.kubernetes.io/${mode}-version`, version],
  ]);
  await ensureNamespace(server, namespace, Object.fromEntries(modes) as Record<string, string>);
}

import type { SyncPolicy } from '../argocd/index.ts';

/**
 * The policy of every Application. Without an end to retries, because a bounded one that ran out before a namespace existed
 * never recovers; with `refresh`, or each retry would repeat the revision that failed.
 */
export function syncPolicy(...more: readonly string[]): SyncPolicy {
  return {
    automated: { enabled: true, prune: true, selfHeal: true },
    retry: { limit: -1, refresh: true, backoff: { duration: '5s', factor: 2, maxDuration: '3m' } },
    syncOptions: ['ServerSideApply=true', ...more],
  };
}

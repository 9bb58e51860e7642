import type { SetObject } from '../../../analysis/index.ts';
import { parseQuantity } from '../../../formats/index.ts';

/** What a quota calls the requests of a resource; `cpu` is short for `requests.cpu`. */
export const requested = {
  cpu: ['requests.cpu', 'cpu'],
  memory: ['requests.memory', 'memory'],
} as const;

export interface Ceiling {
  readonly quota: SetObject;
  readonly key: string;
  /** In billionths. */
  readonly amount: bigint;
}

/** The least that any quota of a namespace allows; quotas with a scope bound a part of the pods alone. */
export function ceilingOf(quotas: readonly SetObject[], keys: readonly string[]): Ceiling | undefined {
  let least: Ceiling | undefined;
  for (const quota of quotas) {
    const { hard = {}, ...rest } = specOf(quota);
    if ((rest.scopes ?? []).length > 0 || rest.scopeSelector !== undefined) continue;
    for (const key of keys) {
      const amount = hard[key] === undefined ? undefined : parseQuantity(hard[key])?.nano;
      if (amount !== undefined && (least === undefined || amount < least.amount)) least = { quota, key, amount };
    }
  }
  return least;
}

interface QuotaSpec {
  readonly hard?: Readonly<Record<string, string>>;
  readonly scopes?: readonly string[];
  readonly scopeSelector?: unknown;
}

function specOf({ object }: SetObject): QuotaSpec {
  return (object as { readonly spec?: QuotaSpec }).spec ?? {};
}

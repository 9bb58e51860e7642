import type { Finding } from '../../kernel/index.ts';
import type { Fleet, Waiver } from '../../model/types.ts';
import { docsOf } from '../finding.ts';
import { fingerprintOf } from '../fingerprint.ts';
import type { RuleMetadata } from '../rule.ts';
import { formatScope, isNarrow } from './scope.ts';
import {
  waiverExpiredRule,
  waiverExpiryRule,
  waiverOwnerRule,
  waiverScopeRule,
  waiverUnusedRule,
} from './waiver-rules.ts';

/** A waiver, and what this run knows of it. */
export interface JudgedWaiver {
  readonly waiver: Waiver;
  /** What its scope takes of the findings of its rule. */
  readonly covered: readonly Finding[];
  /** Whether its rule was asked for. */
  readonly asked: boolean;
  /** Whether all that it could cover was judged by its rule. */
  readonly whole: boolean;
}

/** What is wrong with a waiver, at its declaration. `today` is the day in UTC, `2026-11-21`. */
export function waiverFindings(judged: JudgedWaiver, fleet: Fleet, today: string): readonly Finding[] {
  const { waiver, covered, asked, whole } = judged;
  const { rule, scope, owner, expires } = waiver;
  const found: Finding[] = [];
  const say = (about: RuleMetadata, message: string, seen: string, allowed?: string): void => {
    found.push(findingAt(waiver, about, message, seen, allowed));
  };
  if (!isNarrow(scope)) {
    const where = formatScope(scope) || 'everything';
    const wanted = 'a unit, a tenant, a component or an object';
    say(waiverScopeRule, `the waiver of ${rule} is too wide (${where}), so it does not hold`, where, wanted);
  }
  if (isExpired(waiver, today)) {
    say(
      waiverExpiredRule,
      `the waiver of ${rule} for ${formatScope(scope) || 'everything'} ended on ${expires}${asked ? `; ${coveredText(covered)}` : ''}`,
      expires,
      `${today} or later`,
    );
  } else if (expires > yearAfter(today)) {
    say(
      waiverExpiryRule,
      `the waiver of ${rule} holds until ${expires}, more than a year from now`,
      expires,
      `at most ${yearAfter(today)}`,
    );
  }
  if (!ownersOf(fleet).has(owner)) {
    say(waiverOwnerRule, `nobody in the declarations is called "${owner}", who owns the waiver of ${rule}`, owner);
  }
  if (whole && covered.length === 0 && isNarrow(scope) && !isExpired(waiver, today)) {
    say(waiverUnusedRule, `the waiver of ${rule} for ${formatScope(scope)} covers nothing`, formatScope(scope));
  }
  return found;
}

/** The last day counts. */
export function isExpired({ expires }: Waiver, today: string): boolean {
  return expires < today;
}

function coveredText(covered: readonly Finding[]): string {
  const [first] = covered;
  if (first === undefined) return 'it covers nothing any more';
  const more = covered.length === 1 ? '' : ` (and ${covered.length - 1} more)`;
  return `it covered: ${first.message}${more}`;
}

function yearAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year + 1, month - 1, date)).toISOString().slice(0, 10);
}

function ownersOf({ tenants, components, environments }: Fleet): ReadonlySet<string> {
  return new Set([
    ...tenants.flatMap(({ name, owner }) => [name, owner]),
    ...components.map(({ owner }) => owner),
    ...environments.map(({ owner }) => owner),
  ]);
}

function findingAt(
  { rule, scope, declared }: Waiver,
  about: RuleMetadata,
  message: string,
  seen: string,
  allowed: string | undefined,
): Finding {
  const { symbol, ...location } = declared;
  const place = `${symbol} ${JSON.stringify(Object.entries(scope).toSorted(([a], [b]) => (a < b ? -1 : 1)))}`;
  return {
    rule: about.id,
    messageId: rule,
    severity: about.severity,
    message,
    seen,
    ...(allowed === undefined ? {} : { allowed }),
    fix: about.fix,
    docs: docsOf(about.id),
    location,
    declared,
    fingerprint: fingerprintOf({ rule: about.id, messageId: rule, place, value: undefined }),
  };
}

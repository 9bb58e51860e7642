import { throwAll } from '../../kernel/index.ts';
import type { Finding } from '../../kernel/index.ts';
import type { Tier, Unit } from '../../model/types.ts';
import { applyWaivers, policyErrors, selectRules, withSeverities } from '../../validate/index.ts';
import type { NotChecked, Rule } from '../../validate/index.ts';
import type { LoadedFleet } from '../load-fleet.ts';
import type { PipelineOptions } from '../types.ts';
import { knownMinor } from './kubernetes-version.ts';

const tiers: readonly Tier[] = ['sandbox', 'ci', 'dev', 'pre-prod', 'prod', 'management'];

/** Throws UserErrors for a policy that speaks of rules or options that there are not. */
export function checkPolicy({ fleet, rules }: Pick<LoadedFleet, 'fleet' | 'rules'>): void {
  throwAll(policyErrors(fleet.policy, rules));
}

/** The rules for clusters of a tier, the organisation's own among them, with the severities that it set. */
export function rulesForTier(
  { fleet, rules }: Pick<LoadedFleet, 'fleet' | 'rules'>,
  names: readonly string[],
  tier?: Tier,
): readonly Rule[] {
  return withSeverities(
    selectRules({ names, own: rules, ...(tier === undefined ? {} : { tier }) }),
    fleet.policy.settings,
  );
}

/** The findings as the waivers leave them. `units` were judged, by the rules of these `names`. */
export function waive(
  findings: readonly Finding[],
  loaded: Pick<LoadedFleet, 'fleet' | 'rules'>,
  judged: {
    readonly units: readonly Unit[];
    readonly names: readonly string[];
    readonly notChecked: readonly NotChecked[];
  },
  { ports }: PipelineOptions,
): readonly Finding[] {
  const { names, notChecked } = judged;
  // Of a cluster whose version nobody knows, nothing was judged.
  const known = new Set(
    loaded.fleet.clusters.flatMap(({ name, kubernetes }) => (knownMinor(kubernetes) === undefined ? [] : [name])),
  );
  const units = judged.units.filter(({ ref }) => known.has(ref.cluster));
  const asked = tiers.flatMap((tier) => selectRules({ names, own: loaded.rules, tier }));
  const admission = asked.some(({ set }) => set === 'admission') ? loaded.fleet.policy.admissionRules : [];
  return applyWaivers(findings, {
    fleet: loaded.fleet,
    today: new Date(ports.clock.now()).toISOString().slice(0, 10),
    units,
    rules: new Set([...asked, ...admission].map(({ id }) => id)),
    crashed: new Set(notChecked.filter(({ reason }) => reason === 'rule-crashed').map(({ subject }) => subject)),
  });
}

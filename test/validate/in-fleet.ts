import { resolveFleet } from '#src/model/index.ts';
import type { Finding, JsonObject } from '#src/kernel/index.ts';
import { judge, selectRules } from '#src/validate/index.ts';
import type { Target } from '#src/validate/index.ts';
import { declare, meridian } from '../model/platform.ts';
import type { Platform } from '../model/platform.ts';

interface Case {
  readonly rule: string;
  /** On which the objects are. */
  readonly cluster: string;
  /** Manifests by the unit that rendered them: `dev/dev-eu-1/payments/baseline`. */
  readonly units: Readonly<Record<string, string>>;
  /** Changes the platform of the tests. */
  readonly change?: (platform: Platform) => void;
  readonly today?: string;
  readonly podSecurity?: Target['podSecurity'];
  readonly ruleOptions?: Readonly<Record<string, JsonObject>>;
}

/** What one rule says of rendered objects, compared with declarations. */
export function findingsInFleet({
  rule,
  cluster,
  units,
  change,
  today,
  podSecurity,
  ruleOptions = {},
}: Case): readonly Finding[] {
  const platform = meridian();
  change?.(platform);
  const { fleet, errors } = resolveFleet(declare(platform));
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  const here = fleet.clusters.find(({ name }) => name === cluster);
  const environment = fleet.environments.find(({ name }) => name === here?.environment);
  if (here === undefined || environment === undefined) throw new Error(`no cluster ${cluster}`);
  const files = Object.entries(units).map(([id, text]) => {
    const unit = fleet.units.find(({ ref }) => ref.id === id);
    if (unit === undefined)
      throw new Error(`no unit ${id}; there are ${fleet.units.map(({ ref }) => ref.id).join(', ')}`);
    return { path: `dist/${id}/objects.yaml`, text, origin: { unit: unit.ref, declared: unit.declared } };
  });
  const facts = { fleet, environment, cluster: here, ...(today === undefined ? {} : { today }) };
  const rules = selectRules({ names: [rule], tier: environment.tier });
  const level = podSecurity === undefined ? {} : { podSecurity };
  const target = { minor: 36, tier: environment.tier, facts, ...level };
  return judge(files, { target, rules, ruleOptions }).findings;
}

/** `messageId pointer` of each, sorted. */
export function told(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ messageId, pointer }) => `${messageId} ${pointer ?? ''}`).toSorted();
}

import type { ClusterFacts } from '../../analysis/index.ts';
import type { PodSecurityLevel as DeclaredLevel, Tenant } from '../../model/types.ts';
import type { ObjectView, PodSecurityLevel } from '../view.ts';

/**
 * The level that an object is held to; undefined where nothing is asked. Where nobody chose one and a tenant declares its own, that
 * is what the namespace will enforce: a stricter one would find what the cluster takes on purpose.
 */
export function levelOf({ ref, target }: ObjectView): PodSecurityLevel | undefined {
  const { podSecurity, facts } = target;
  if (podSecurity === undefined) return undefined;
  if (podSecurity.byDefault !== true || facts === undefined || ref.namespace === undefined) return podSecurity.level;
  const declared = levelsIn(facts).get(ref.namespace) ?? podSecurity.level;
  return declared === 'privileged' ? undefined : declared;
}

const known = new WeakMap<ClusterFacts, ReadonlyMap<string, DeclaredLevel>>();

/** By namespace of a tenant. */
function levelsIn(facts: ClusterFacts): ReadonlyMap<string, DeclaredLevel> {
  let levels = known.get(facts);
  if (levels === undefined) {
    levels = new Map(
      facts.fleet.units
        .filter(({ ref }) => ref.cluster === facts.cluster.name)
        .flatMap(({ input }) => tenantIn(input))
        .flatMap(({ namespaces, podSecurity }) => namespaces.map((namespace) => [namespace, podSecurity] as const)),
    );
    known.set(facts, levels);
  }
  return levels;
}

function tenantIn(input: object): readonly Tenant[] {
  return 'tenant' in input ? [input.tenant as Tenant] : [];
}

import type { World } from '../../analysis/index.ts';
import type { Finding } from '../../kernel/index.ts';
import type { Fleet, Outside, OutsideObject } from '../../model/types.ts';
import { docsOf } from '../finding.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { isSetRule } from '../rule.ts';
import type { RuleMetadata } from '../rule.ts';
import { referencesIn, referenceRules } from '../rules/reference/index.ts';

export const unusedOutsideRule: RuleMetadata = {
  id: 'unused-outside',
  set: 'waiver',
  title: 'What is declared to be outside this repository is what something here refers to.',
  fix: 'Remove the object from the declaration: nothing refers to it any more, or it has another name now.',
  severity: 'warning',
  needs: 'fleet',
};

/** What is declared to be there and nothing refers to, on none of its clusters. Only those of which all clusters were judged. */
export function unusedOutside(fleet: Fleet, worlds: readonly World[]): readonly Finding[] {
  const judged = new Set(worlds.map(({ facts }) => facts?.cluster.name));
  // What an app brings is declared once and resolved for each environment: what is used in one is used.
  const byName = new Map<string, Outside[]>();
  for (const outside of fleet.policy.outside) byName.set(outside.name, [...(byName.get(outside.name) ?? []), outside]);
  const whole = [...byName.values()].filter((same) => {
    const clusters = same.flatMap((one) => one.clusters);
    return clusters.length > 0 && clusters.every((name) => judged.has(name));
  });
  if (whole.length === 0) return [];
  const used = new Set(worlds.flatMap((world) => [...usesIn(world)]));
  return whole.flatMap((same) =>
    same
      .slice(0, 1)
      .flatMap((declaration) =>
        declaration.objects.flatMap((object, index) =>
          same.some(({ objects }) => used.has(objects[index])) ? [] : [findingOf(declaration, object, index)],
        ),
      ),
  );
}

/** Asks the rules once more, for what they look up: which of them were chosen makes no difference. */
function usesIn(world: World): ReadonlySet<unknown> {
  for (const rule of referenceRules) {
    if (isSetRule(rule)) rule.checkSet(world, ignore, ignore, rule.options ?? {});
  }
  return referencesIn(world).used;
}

function ignore(): void {
  // Findings are the run's own.
}

function findingOf({ name, declared }: Outside, object: OutsideObject, index: number): Finding {
  const { symbol: _, ...location } = declared;
  const { kind, namespace, name: own = 'of any name' } = object;
  const words = `${kind} ${namespace === undefined ? '' : `${namespace}/`}${own}`;
  const { id, severity, fix } = unusedOutsideRule;
  return {
    rule: id,
    messageId: 'unused',
    severity,
    message: `${name} says that ${words} is outside this repository, and nothing refers to it`,
    seen: words,
    pointer: `/objects/${index}`,
    fix,
    docs: docsOf(id),
    location,
    declared,
    fingerprint: fingerprintOf({ rule: id, messageId: 'unused', place: `${name} ${words}`, value: undefined }),
  };
}

import type { AppEntry } from './apps.ts';
import type { Declarations } from './declarations.ts';
import type { Environments, Clusters, KnownComponent } from './known.ts';
import { sortDeclarations } from './order.ts';
import { outsideOfApps, outsideOfComponents, resolveOutside } from './outside.ts';
import type { Placement } from './placement.ts';
import type { Policy } from './fleet-policy.ts';
import { quote, where } from './problems.ts';
import type { Problems } from './problems.ts';
import type { Tenant, Unit } from './fleet.ts';
import { indexByName } from './unique.ts';
import { resolveWaivers } from './waivers.ts';

/** What the policy is resolved against. */
export interface PolicyContext {
  readonly environments: Environments;
  readonly clusters: Clusters;
  /** By cluster. */
  readonly placed: ReadonlyMap<string, readonly KnownComponent[]>;
  readonly apps: readonly AppEntry[];
  /** By tenant. */
  readonly placements: ReadonlyMap<string, readonly Placement[]>;
  /** By `<tenant>/<environment>`. */
  readonly views: ReadonlyMap<string, { readonly view: Tenant }>;
  readonly components: ReadonlyMap<string, unknown>;
  readonly tenants: ReadonlyMap<string, unknown>;
  readonly units: readonly Unit[];
}

/** Waivers, what is outside, rules in CEL and settings of rules: all that is data. Which rules there are, the model does not know. */
export function resolvePolicy(declarations: Declarations, context: PolicyContext, problems: Problems): Policy {
  const rules = indexByName('Admission rule', declarations.admissionRules, ({ id }) => id, problems, '/id');
  indexByName('Rule', [...declarations.rules, ...declarations.admissionRules], ({ id }) => id, problems, '/id');
  return {
    waivers: resolveWaivers(declarations, context, problems),
    outside: [
      ...resolveOutside(declarations, context, problems),
      ...outsideOfComponents(context),
      ...outsideOfApps(context, problems),
    ],
    admissionRules: [...rules.values()].map(({ value, declared }) => Object.assign({ declared }, value)),
    settings: settingsOf(declarations, problems),
  };
}

function settingsOf({ policies }: Declarations, problems: Problems): Policy['settings'] {
  const settings = new Map<string, Policy['settings'][string]>();
  for (const declaration of sortDeclarations(policies, () => '')) {
    for (const [rule, setting] of Object.entries(declaration.value.rules)) {
      const declared = declaration.at(`/rules/${rule}`);
      const first = settings.get(rule);
      if (first === undefined) settings.set(rule, { ...setting, declared });
      else {
        problems.add(
          'duplicate-setting',
          declared,
          `Rule ${quote(rule)} is set twice; the other place is ${where(first.declared)}.`,
          'Keep one of the two.',
        );
      }
    }
  }
  return Object.fromEntries([...settings].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

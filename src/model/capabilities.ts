import type { Declared, JsonObject } from '../kernel/index.ts';
import { unitId } from '../kernel/index.ts';
import type { CapabilityRequirement } from './declarations.ts';
import { frozenJson } from './frozen.ts';
import type { Clusters, Environments, KnownCluster, KnownComponent } from './known.ts';
import { callOutputs } from './outputs.ts';
import { byText, sortedUnique } from './order.ts';
import { quote, suggest, where } from './problems.ts';
import type { Problems } from './problems.ts';

/** Who provides a capability on a cluster. */
interface Provider {
  readonly capability: string;
  readonly outputs: JsonObject;
  /** The component and its unit; neither when the cluster brings the capability from outside. */
  readonly component?: string;
  readonly unit?: string;
  readonly declared: Declared;
}

/** By capability; one map per cluster. */
export type Providers = ReadonlyMap<string, Provider>;

/** What each cluster offers to what is placed on it, by cluster name. */
export interface Platform {
  readonly placed: ReadonlyMap<string, readonly KnownComponent[]>;
  readonly providers: ReadonlyMap<string, Providers>;
  /** Every capability that anything provides anywhere, for suggestions. */
  readonly known: readonly string[];
}

/** What each cluster can do, by cluster name: outputs of its components, and what it brings from outside. */
export function resolveCapabilities(
  environments: Environments,
  clusters: Clusters,
  placed: ReadonlyMap<string, readonly KnownComponent[]>,
  problems: Problems,
): Platform {
  const result = new Map<string, Providers>();
  for (const [name, cluster] of clusters) {
    const environment = environments.get(cluster.noun.environment)?.noun;
    if (environment === undefined) continue;
    const providers = new Map<string, Provider>();
    for (const [capability, outputs] of Object.entries(cluster.declaration.value.provides ?? {})) {
      const declared = cluster.declaration.at(`/provides/${capability}`);
      providers.set(capability, { capability, outputs: frozenJson(outputs), declared });
    }
    const components = placed.get(name) ?? [];
    for (const component of components) {
      const outputs = callOutputs(component, { environment, cluster: cluster.noun }, problems);
      for (const capability of component.noun.provides) {
        const provider: Provider = {
          capability,
          outputs: outputs[capability] ?? frozenJson({}),
          component: component.noun.name,
          unit: unitId(environment.name, name, 'platform', component.noun.name),
          declared: component.declaration.declared,
        };
        const first = providers.get(capability);
        if (first === undefined) providers.set(capability, provider);
        else reportSecond(cluster, first, provider, component, problems);
      }
    }
    checkConflicts(cluster, components, providers, problems);
    result.set(name, providers);
  }
  const known = sortedUnique([...result.values()].flatMap((providers) => Array.from(providers.keys())));
  return { placed, providers: result, known };
}

/** What a unit gets to see of the capabilities it requires, and the units that must be there first. */
export interface Needs {
  readonly capabilities: Readonly<Record<string, JsonObject>>;
  readonly units: readonly string[];
}

export function needsOf(requirements: readonly CapabilityRequirement[], providers: Providers | undefined): Needs {
  const found = requirements
    .map((requirement) => providers?.get(requirement.capability))
    .filter((provider) => provider !== undefined)
    .toSorted((a, b) => byText(a.capability, b.capability));
  return {
    capabilities: Object.fromEntries(found.map((provider) => [provider.capability, provider.outputs])),
    units: [...new Set(found.map((provider) => provider.unit).filter((unit) => unit !== undefined))].toSorted(byText),
  };
}

/** A capability that must be there and is not, on this cluster. */
export function checkNeeds(
  what: string,
  requirements: readonly CapabilityRequirement[],
  location: (index: number) => Declared,
  cluster: KnownCluster,
  platform: Platform,
  problems: Problems,
): void {
  const providers = platform.providers.get(cluster.noun.name);
  for (const [index, { capability, optional }] of requirements.entries()) {
    if (optional === true || providers?.has(capability) === true) continue;
    const elsewhere = platform.known.includes(capability);
    problems.addOnCluster(
      'capability-missing',
      location(index),
      cluster.noun.name,
      (on) => `${what} requires capability ${quote(capability)}, which nothing provides ${on}.`,
      `${elsewhere ? '' : suggest(capability, platform.known)}Place a component that provides it there, or name it in the cluster's \`provides\` if it comes from outside.`,
    );
  }
}

function reportSecond(
  cluster: KnownCluster,
  first: Provider,
  second: Provider,
  { declaration }: KnownComponent,
  problems: Problems,
): void {
  problems.add(
    'capability-provided-twice',
    declaration.at(`/provides/${declaration.value.provides?.indexOf(second.capability) ?? 0}`),
    `Capability ${quote(second.capability)} is provided twice on cluster ${quote(cluster.noun.name)}: by ${where(first.declared)} and by ${where(second.declared)}.`,
    `Keep one: \`components.exclude\` of ${where(cluster.declaration.declared)} takes a component off the cluster.`,
  );
}

function checkConflicts(
  cluster: KnownCluster,
  components: readonly KnownComponent[],
  providers: Providers,
  problems: Problems,
): void {
  for (const component of components) {
    for (const name of component.noun.conflicts) {
      const other = components.find((candidate) => candidate.noun.name === name)?.declaration.declared;
      const provider = providers.get(name);
      const rival = other ?? (provider?.component === component.noun.name ? undefined : provider?.declared);
      if (rival === undefined || other === component.declaration.declared) continue;
      const index = component.declaration.value.conflicts?.indexOf(name) ?? 0;
      problems.add(
        'conflict',
        component.declaration.at(`/conflicts/${index}`),
        `Component ${quote(component.noun.name)} conflicts with ${quote(name)}, and both are on cluster ${quote(cluster.noun.name)}: the other is ${where(rival)}.`,
        `Take one of the two off the cluster with \`components.exclude\` of ${where(cluster.declaration.declared)}.`,
      );
    }
  }
}

import type {
  App,
  EnvFromSource,
  EnvVar,
  Resources,
  RestrictedContainer,
  RestrictedPodProps,
  Tenant,
  TopologySpreadConstraint,
} from 'keelson';
import { capability } from '../capabilities.ts';
import { tenantLabels } from '../names.ts';
import type { SharedSpec } from './fields.ts';

export type WorkloadInput = {
  readonly app: Omit<App, 'spec'>;
  readonly tenant: Tenant;
  readonly capabilities: Readonly<Record<string, unknown>>;
};

/** Immutable in a Deployment: only the app's name, which is also what names the object. */
export function selectorLabels(app: Pick<App, 'name'>): Readonly<Record<string, string>> {
  return { 'app.kubernetes.io/name': app.name };
}

export function appLabels(input: WorkloadInput): Readonly<Record<string, string>> {
  return {
    ...input.app.labels,
    ...tenantLabels(input.tenant),
    ...selectorLabels(input.app),
    'app.kubernetes.io/part-of': input.tenant.name,
  };
}

/** ServiceAccounts of the baseline: an app of the same name would take one over, with what it may do. */
const baselineAccounts: ReadonlySet<string> = new Set(['default', 'deployer']);

/** The parts of a pod that no kind of app decides differently. */
export function podOf(input: WorkloadInput, spec: SharedSpec): Omit<RestrictedPodProps, 'containers'> {
  if (baselineAccounts.has(input.app.name)) {
    throw new Error(
      `app ${input.app.tenant}/${input.app.name} needs another name: the baseline has a ServiceAccount so called`,
    );
  }
  return {
    serviceAccountName: input.app.name,
    priorityClassName: capability(input, 'priority-classes')[spec.priority],
    tmp: '64Mi',
  };
}

/** The app's container, named for the app so that logs and metrics of two apps do not mix. */
export function containerOf(input: WorkloadInput, spec: SharedSpec): RestrictedContainer {
  const { app } = input;
  if (app.image === undefined) throw new Error(`app ${app.tenant}/${app.name} has no image`);
  return {
    name: app.name,
    image: app.image,
    imagePullPolicy: 'IfNotPresent',
    ...listOf('env', variables(spec.env)),
    ...listOf(
      'envFrom',
      spec.secrets.map((name): EnvFromSource => ({ secretRef: { name } })),
    ),
    resources: resourcesOf(spec.resources),
  };
}

function variables(values: Readonly<Record<string, string>>): readonly EnvVar[] {
  return Object.entries(values)
    .map(([name, value]) => ({ name, value }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function resourcesOf(of: SharedSpec['resources']): { readonly requests: Resources; readonly limits: Resources } {
  return { requests: { cpu: of.cpu, memory: of.memory }, limits: { memory: of.memory } };
}

/** An empty list is left out: the API server drops it, and Argo CD would see a difference. */
function listOf<Key extends string, Item>(key: Key, items: readonly Item[]): { readonly [K in Key]?: readonly Item[] } {
  return (items.length === 0 ? {} : { [key]: items }) as { readonly [K in Key]?: readonly Item[] };
}

/** Over zones first, then over nodes, but a pod that runs badly placed is better than one that does not run. */
export function spread(app: Pick<App, 'name'>): readonly TopologySpreadConstraint[] {
  return ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: selectorLabels(app) },
  }));
}

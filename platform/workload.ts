import { z } from 'keelson';
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
import { capability } from './capabilities.ts';
import { tenantLabels } from './names.ts';

/** Fields that the kinds of app share, and what follows from them. */

const cpu = z
  .string()
  .regex(/^(?:[1-9]\d{0,2}m|[1-9]\d*)$/)
  .describe('CPU request as Kubernetes writes it: "250m", "2" (not "0.25", not "2000m")');
const memory = z
  .string()
  .regex(/^[1-9]\d*(?:Mi|Gi)$/)
  .refine((value) => !value.endsWith('Mi') || Number.parseInt(value, 10) % 1024 !== 0)
  .describe('memory as Kubernetes writes it: "256Mi", "2Gi" (not "2048Mi")');

export const resources = z
  .strictObject({ cpu, memory })
  .describe('what one pod asks for; memory is also its limit, CPU has none');

export const env = z
  .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), z.string())
  .default({})
  .describe('environment variables; never secrets, they are rendered into the repository');

export const secrets = z
  .array(z.string())
  .default([])
  .describe('names of Secrets in the namespace whose keys become environment variables');

export const priority = z.enum(['high', 'standard', 'batch']).describe('which workloads win when nodes are full');

export const metrics = z
  .strictObject({
    port: z.int().min(1024).max(65_535).describe('port of the metrics endpoint'),
    path: z.string().startsWith('/').default('/metrics').describe('its path'),
  })
  .optional()
  .describe('what Prometheus scrapes; left out: nothing');

type WorkloadInput = {
  readonly app: Omit<App, 'spec'>;
  readonly tenant: Tenant;
  readonly capabilities: Readonly<Record<string, unknown>>;
};

interface Shared {
  readonly resources: z.infer<typeof resources>;
  readonly env: z.infer<typeof env>;
  readonly secrets: z.infer<typeof secrets>;
  readonly priority: z.infer<typeof priority>;
}

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

/** The parts of a pod that no kind of app decides differently. */
export function podOf(input: WorkloadInput, spec: Shared): Omit<RestrictedPodProps, 'containers'> {
  return {
    serviceAccountName: input.app.name,
    priorityClassName: capability(input, 'priority-classes')[spec.priority],
    tmp: '64Mi',
  };
}

/** The app's container, named for the app so that logs and metrics of two apps do not mix. */
export function containerOf(input: WorkloadInput, spec: Shared): RestrictedContainer {
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

function resourcesOf(of: Shared['resources']): { readonly requests: Resources; readonly limits: Resources } {
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

import { z } from 'keelson';

/**
 * What components promise to those who require them. The provider's `outputs` and the reader share one schema, so a change on one side
 * is an error on the other.
 */
const schemas = {
  /** Names of ClusterRoles that a tenant's groups are bound to. */
  'tenant-roles': z.strictObject({
    admin: z.string(),
    edit: z.string(),
    view: z.string(),
    deployer: z.string(),
  }),
  /** Names of PriorityClasses. */
  'priority-classes': z.strictObject({
    platform: z.string(),
    high: z.string(),
    standard: z.string(),
    batch: z.string(),
  }),
  certificates: z.strictObject({ clusterIssuer: z.string() }),
  gateway: z.strictObject({
    /** The shared Gateway, for the platform's own routes. */
    name: z.string(),
    namespace: z.string(),
    /** In every tenant's namespace: the ListenerSet that the tenant's routes attach to. */
    listenerSet: z.string(),
    /** Labels of the pods that traffic comes from. */
    proxyLabels: z.record(z.string(), z.string()),
  }),
  metrics: z.strictObject({
    namespace: z.string(),
    /** Labels of the pods that scrape. */
    scraperLabels: z.record(z.string(), z.string()),
  }),
} as const;

type Capability = keyof typeof schemas;
export type Outputs<Name extends Capability> = z.infer<(typeof schemas)[Name]>;

/** The output of a capability that is required without `optional`. */
export function capability<Name extends Capability>(
  input: { readonly capabilities: Readonly<Record<string, unknown>> },
  name: Name,
): Outputs<Name> {
  return schemas[name].parse(input.capabilities[name]) as Outputs<Name>;
}

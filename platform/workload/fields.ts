import { z } from 'keelson';

// Fields of `spec` that the kinds of app share.

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
  .array(z.string().regex(/^[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/))
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

export interface SharedSpec {
  readonly resources: z.infer<typeof resources>;
  readonly env: z.infer<typeof env>;
  readonly secrets: z.infer<typeof secrets>;
  readonly priority: z.infer<typeof priority>;
}

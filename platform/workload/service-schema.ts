import { z } from 'keelson';
import { env, metrics, priority, resources, secrets } from './fields.ts';

const replicas = z
  .strictObject({
    min: z.int().min(1).describe('pods at rest; 2 or more survive the loss of a node'),
    max: z.int().min(1).describe('pods under load'),
    cpu: z.int().min(10).max(95).default(70).describe('percent of the CPU request that the autoscaler aims at'),
  })
  .refine(({ min, max }) => min <= max)
  .describe('how many pods: `min` at most `max`');

/** `spec` of an app of kind `service`. */
export const serviceSchema = z.strictObject({
  port: z.int().min(1024).max(65_535).default(8080).describe('port that the container listens on for HTTP'),
  replicas: replicas.default({ min: 2, max: 4, cpu: 70 }),
  resources: resources.default({ cpu: '100m', memory: '128Mi' }),
  health: z
    .strictObject({
      ready: z.string().startsWith('/').describe('path that answers 200 when the pod may get traffic'),
      live: z.string().startsWith('/').describe('path that answers 200 unless the pod should be restarted'),
    })
    .default({ ready: '/health/ready', live: '/health/live' }),
  route: z
    .strictObject({
      hosts: z.array(z.string()).default([]).describe("further hosts; each one of the tenant's `domains`"),
      paths: z.array(z.string().startsWith('/')).min(1).default(['/']).describe('path prefixes that come here'),
      timeout: z
        .string()
        .regex(/^[1-9]\d*(?:ms|s|m)$/)
        .default('30s')
        .describe('longest time for a request: "30s"'),
    })
    .optional()
    .describe('how the world reaches it, at <app>.<tenant>.<domain> and `hosts`; left out: only from inside'),
  metrics,
  env,
  secrets,
  priority: priority.default('standard'),
});

export type ServiceSpec = z.infer<typeof serviceSchema>;

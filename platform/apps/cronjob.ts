import { CronJob, ServiceAccount, defineAppKind, restrictedPod, z } from 'keelson';
import { env, priority, resources, secrets } from '../workload/fields.ts';
import { appLabels, containerOf, podOf } from '../workload/pods.ts';

const schema = z.strictObject({
  schedule: z
    .string()
    .regex(/^\S+ \S+ \S+ \S+ \S+$/)
    .describe('five fields of cron: "*/15 * * * *"'),
  timeZone: z.string().default('Etc/UTC').describe('of the tz database, for example "Europe/London"'),
  overlap: z
    .enum(['Allow', 'Forbid', 'Replace'])
    .default('Forbid')
    .describe('what happens to a run that is due while the last one still works'),
  deadline: z
    .int()
    .min(30)
    .max(86_400)
    .default(3600)
    .describe('seconds after which a run is stopped, retries included'),
  retries: z.int().min(0).max(10).default(2).describe('how often a failed run is tried again'),
  suspend: z.boolean().default(false).describe('true: no runs until further notice'),
  resources: resources.default({ cpu: '100m', memory: '256Mi' }),
  command: z.array(z.string()).optional().describe("instead of the image's entry point"),
  args: z.array(z.string()).optional().describe('its arguments'),
  env,
  secrets,
  priority: priority.default('batch'),
});

/** A job that runs by the clock. */
export default defineAppKind({
  name: 'cronjob',
  description: 'A job that runs by the clock and ends.',
  requires: [{ capability: 'priority-classes' }],
  schema,
  build(scope, input) {
    const { app } = input;
    const { spec } = app;
    const metadata = { name: app.name, namespace: app.namespace, labels: appLabels(input) };

    new ServiceAccount(scope, 'service-account', { metadata, automountServiceAccountToken: false });
    new CronJob(scope, 'cron-job', {
      metadata,
      spec: {
        schedule: spec.schedule,
        timeZone: spec.timeZone,
        concurrencyPolicy: spec.overlap,
        // Without it a controller that was away would start what was due then, however late it is.
        startingDeadlineSeconds: 300,
        suspend: spec.suspend,
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 3,
        jobTemplate: {
          metadata: { labels: appLabels(input) },
          spec: {
            backoffLimit: spec.retries,
            activeDeadlineSeconds: spec.deadline,
            ttlSecondsAfterFinished: 86_400,
            template: {
              metadata: { labels: appLabels(input) },
              spec: restrictedPod({
                ...podOf(input, spec),
                restartPolicy: 'Never',
                containers: [
                  {
                    ...containerOf(input, spec),
                    ...(spec.command === undefined ? {} : { command: spec.command }),
                    ...(spec.args === undefined ? {} : { args: spec.args }),
                  },
                ],
              }),
            },
          },
        },
      },
    });
  },
});

import type { Fault } from './fault.ts';

const service = 'platform/apps/service.ts';
const container = '/spec/template/spec/containers/0';

interface Seen {
  readonly kind: string;
  readonly pointer: string;
  readonly file: string;
  readonly line?: string;
}

/** What a tenant or an environment says, and the construct that renders it. */
function declared(file: string, title: string, rule: string, seen: Seen, ...edits: Fault['edits']): Fault {
  const { kind, pointer } = seen;
  return { title, file, edits, rule, kind, pointer, declared: { file: seen.file, line: seen.line ?? `new ${kind}(` } };
}

const payments = declared.bind(undefined, 'tenants/payments.ts');
const storefront = declared.bind(undefined, 'tenants/storefront.ts');
const tracking = declared.bind(undefined, 'tenants/tracking.yaml');

/** In the declarations of tenants. */
export const declarationFaults: readonly Fault[] = [
  payments(
    'an app takes variables from a Secret that is not there',
    'secret-reference',
    { kind: 'Deployment', pointer: `${container}/envFrom/0/secretRef/name`, file: service },
    ["priority: 'high',", "priority: 'high',\n        secrets: ['checkout-keys'],"],
  ),
  payments(
    'an app is given a password as a variable',
    'secret-in-env',
    { kind: 'Deployment', pointer: `${container}/env/0/value`, file: service },
    ["env: { LOG_LEVEL: 'info',", "env: { DB_PASSWORD: ['hunter', '2x9'].join(''), LOG_LEVEL: 'info',"],
  ),
  payments(
    'an app asks for more than its quota has',
    'fits-quota',
    { kind: 'ResourceQuota', pointer: '/spec/hard/requests.memory', file: 'platform/baseline.ts' },
    ["resources: { cpu: '200m', memory: '512Mi' },", "resources: { cpu: '200m', memory: '900Gi' },"],
  ),
  storefront(
    'a tenant asks for more than a cluster has',
    'cluster-capacity',
    { kind: 'ResourceQuota', pointer: '/spec/hard/requests.cpu', file: 'platform/baseline.ts' },
    ["hard: { pods: '80' }", "hard: { pods: '80', 'requests.cpu': '4000' }"],
  ),
  storefront(
    'a tenant lets itself out to everywhere',
    'tenant-egress',
    { kind: 'NetworkPolicy', pointer: '/spec/egress/1/to/0/ipBlock/cidr', file: 'platform/baseline/network.ts' },
    [
      "egressTo: [{ tenant: 'payments', ports: [8080], reason: 'checkout' }],",
      "egressTo: [{ tenant: 'payments', ports: [8080], reason: 'checkout' }, { cidr: '0.0.0.0/0', reason: 'all' }],",
    ],
  ),
  tracking(
    'a cron job in a time zone that there is not',
    'valid-cron-job',
    { kind: 'CronJob', pointer: '/spec/timeZone', file: 'platform/apps/cronjob.ts' },
    ['timeZone: Europe/Amsterdam', 'timeZone: Europe/Utrecht'],
  ),
  tracking(
    'a cron job at a minute that there is not',
    'valid-cron-job',
    { kind: 'CronJob', pointer: '/spec/schedule', file: 'platform/apps/cronjob.ts' },
    ["schedule: '*/10 * * * *'", "schedule: '75 * * * *'"],
  ),
];

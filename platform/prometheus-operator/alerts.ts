import type { PrometheusRuleProps } from 'keelson';

const runbooks = 'https://github.com/meridian/platform-config/blob/main/platform';

/** Alerts on what the platform promises to tenants; those on Kubernetes itself come with the chart. */
export const alerts: PrometheusRuleProps['spec']['groups'] = [
  {
    name: 'meridian-tenants',
    rules: [
      {
        alert: 'MeridianTenantQuotaNearlyFull',
        expr: 'kube_resourcequota{resourcequota="tenant", type="used"} / ignoring(type) (kube_resourcequota{resourcequota="tenant", type="hard"} > 0) > 0.9',
        for: '30m',
        labels: { severity: 'warning' },
        annotations: {
          summary: '{{ $labels.namespace }} uses more than 90 % of {{ $labels.resource }}',
          description: 'New pods will soon be refused. The tenant frees some, or raises `quota` in its file.',
          runbook_url: `${runbooks}/prometheus-operator/README.md`,
        },
      },
    ],
  },
  {
    name: 'meridian-certificates',
    rules: [
      {
        alert: 'MeridianCertificateExpiring',
        expr: 'certmanager_certificate_expiration_timestamp_seconds - time() < 14 * 24 * 3600',
        for: '1h',
        labels: { severity: 'critical' },
        annotations: {
          summary: 'Certificate {{ $labels.namespace }}/{{ $labels.name }} expires in less than 14 days',
          description: 'It should have been renewed 30 days before; renewal has been failing since.',
          runbook_url: `${runbooks}/cert-manager/README.md`,
        },
      },
    ],
  },
];

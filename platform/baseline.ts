import { LimitRange, Namespace, ResourceQuota, defineBaseline, podSecurityLabels } from 'keelson';
import type { Scope, TenantInput } from 'keelson';
import { bindAccess } from './baseline/access.ts';
import { isolate } from './baseline/network.ts';
import { key, tenantLabels } from './names.ts';
import { quotaClasses } from './quota-classes.ts';

/** What every tenant gets on every cluster where it is placed, in each of its namespaces. */
export default defineBaseline({
  requires: [{ capability: 'tenant-roles' }, { capability: 'gateway' }, { capability: 'metrics' }],
  quotaClasses,
  namespaces: ({ tenant, environment }) => [`${tenant}-${environment}`],
  build(scope, input) {
    for (const namespace of input.tenant.namespaces) {
      addNamespace(scope, input, namespace);
      addLimits(scope, input, namespace);
      bindAccess(scope, input, namespace);
      isolate(scope, input, namespace);
    }
  },
});

function addNamespace(scope: Scope, input: TenantInput, name: string): void {
  const { tenant, environment } = input;
  new Namespace(scope, `${name}/namespace`, {
    metadata: {
      name,
      labels: {
        ...ownLabels(tenant.labels),
        ...tenantLabels(tenant),
        [key.orgUnit]: tenant.ancestors[0] ?? 'root',
        [key.environment]: environment.name,
        [key.owner]: tenant.owner.team,
        [key.costCentre]: tenant.costCentre,
        [key.dataClassification]: tenant.dataClassification,
        ...(tenant.criticality === undefined ? {} : { [key.criticality]: tenant.criticality }),
        ...podSecurityLabels({ enforce: tenant.podSecurity }),
      },
      annotations: {
        [key.contact]: tenant.contacts.email,
        ...(tenant.contacts.slack === undefined ? {} : { [key.chat]: tenant.contacts.slack }),
      },
    },
  });
}

/** A tenant's own labels. Those that the platform's policies select by are given, never declared: they would open doors. */
function ownLabels(labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const given: ReadonlySet<string> = new Set(Object.values(key));
  const taken = Object.keys(labels).filter((label) => given.has(label) || /(^|\.)(kubernetes|k8s)\.io\//.test(label));
  if (taken.length > 0)
    throw new Error(`${taken.join(', ')}: the platform gives these labels; leave them out of \`labels\``);
  return labels;
}

function addLimits(scope: Scope, input: TenantInput, namespace: string): void {
  const { tenant } = input;
  const metadata = { name: 'tenant', namespace, labels: tenantLabels(tenant) };
  if (Object.keys(tenant.quota.hard).length > 0) {
    new ResourceQuota(scope, `${namespace}/quota`, { metadata, spec: { hard: tenant.quota.hard } });
  }
  const limits = completeLimits(tenant.limits);
  if (Object.keys(limits).length > 0) {
    new LimitRange(scope, `${namespace}/limits`, {
      metadata,
      spec: { limits: [{ type: 'Container', ...limits }] },
    });
  }
}

/**
 * The API server fills `default` from `max`, and `defaultRequest` from `default` and then `min`; the list is atomic, so Argo CD would show
 * that as a difference. Source: SetDefaults_LimitRangeItem in kubernetes/pkg/apis/core/v1/defaults.go.
 */
function completeLimits(limits: TenantInput['tenant']['limits']): TenantInput['tenant']['limits'] {
  const defaults = { ...limits.max, ...limits.default };
  const requests = { ...limits.min, ...defaults, ...limits.defaultRequest };
  return {
    ...limits,
    ...(Object.keys(defaults).length === 0 ? {} : { default: defaults }),
    ...(Object.keys(requests).length === 0 ? {} : { defaultRequest: requests }),
  };
}

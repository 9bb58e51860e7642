import { HttpRoute } from 'keelson';
import type { Environment, ObjectMeta, Scope } from 'keelson';
import { capability } from '../capabilities.ts';
import type { WorkloadInput } from './pods.ts';
import type { ServiceSpec } from './service-schema.ts';

/** The service's hosts on the tenant's own listeners, where TLS ends; they take routes of this namespace only. */
export function addRoute(
  scope: Scope,
  metadata: ObjectMeta,
  input: WorkloadInput & { readonly environment: Environment },
  route: NonNullable<ServiceSpec['route']>,
): void {
  const { app, tenant, environment } = input;
  const domain = environment.domains.ingress;
  if (domain === undefined) throw new Error(`environment ${environment.name} has no domains.ingress for a route`);
  new HttpRoute(scope, 'route', {
    metadata,
    spec: {
      parentRefs: [
        {
          group: 'gateway.networking.k8s.io',
          kind: 'ListenerSet',
          name: capability(input, 'gateway').listenerSet,
        },
      ],
      hostnames: [`${app.name}.${tenant.name}.${domain}`, ...servedHosts(route.hosts, input)],
      rules: [
        {
          matches: route.paths.map((value) => ({ path: { type: 'PathPrefix', value } })),
          backendRefs: [{ group: '', kind: 'Service', name: app.name, port: 80, weight: 1 }],
          timeouts: { request: route.timeout },
        },
      ],
    },
  });
}

/** Of the hosts that the app names, those that its tenant has in this environment: a domain may be production's alone. */
export function servedHosts(hosts: readonly string[], { app, tenant }: WorkloadInput): readonly string[] {
  return hosts.filter((host) => {
    if (tenant.domains.some((domain) => domain.host === host)) return true;
    if (tenant.domainsElsewhere.includes(host)) return false;
    const known = [...tenant.domains.map((domain) => domain.host), ...tenant.domainsElsewhere];
    throw new Error(
      `\`route.hosts\` of app ${app.name} names ${host}, which is none of the \`domains\` of tenant ${tenant.name} (${known.join(', ') || 'it has none'}); declare it there, or take it out here`,
    );
  });
}

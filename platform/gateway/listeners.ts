import { Certificate, ListenerSet } from 'keelson';
import type { Listener, TenantInput, Scope } from 'keelson';
import { capability } from '../capabilities.ts';
import type { Outputs } from '../capabilities.ts';
import { tenantLabels } from '../names.ts';
import { certificate } from './certificate.ts';

/**
 * A tenant's part of the shared Gateway, in the tenant's own namespace: `*.<tenant>.<domain>` and the tenant's own domains, each with its
 * certificate. Only routes of the same namespace attach, so no tenant can take a host of another.
 */
export function contributeListeners(scope: Scope, input: TenantInput, gateway: Outputs<'gateway'>): void {
  const { tenant } = input;
  const domain = input.environment.domains.ingress;
  const [namespace] = tenant.namespaces;
  if (domain === undefined || namespace === undefined) return;
  const { clusterIssuer } = capability(input, 'certificates');
  const hosts = [
    { name: 'wildcard', host: `*.${tenant.name}.${domain}`, issuer: clusterIssuer },
    // A host is a valid name of a listener and of an object, and never clashes with `wildcard`: it has a dot.
    ...tenant.domains.map(({ host, issuer }) => ({ name: host, host, issuer: issuer ?? clusterIssuer })),
  ];
  for (const { name, host, issuer } of hosts) {
    new Certificate(scope, `certificate-${name}`, {
      metadata: { name, namespace, labels: tenantLabels(tenant) },
      spec: certificate({ secretName: `${name}-tls`, issuer, dnsNames: [host] }),
    });
  }
  new ListenerSet(scope, 'listeners', {
    metadata: { name: gateway.listenerSet, namespace, labels: tenantLabels(tenant) },
    spec: {
      parentRef: {
        group: 'gateway.networking.k8s.io',
        kind: 'Gateway',
        name: gateway.name,
        namespace: gateway.namespace,
      },
      listeners: hosts.map(({ name, host }): Listener => ({
        name,
        hostname: host,
        port: 443,
        protocol: 'HTTPS',
        tls: { mode: 'Terminate', certificateRefs: [{ group: '', kind: 'Secret', name: `${name}-tls` }] },
        allowedRoutes: { namespaces: { from: 'Same' } },
      })),
    },
  });
}

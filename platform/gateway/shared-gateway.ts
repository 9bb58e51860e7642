import { Certificate, Gateway, HttpRoute } from 'keelson';
import type { ComponentInput, Scope } from 'keelson';
import { capability } from '../capabilities.ts';
import type { Outputs } from '../capabilities.ts';
import { componentLabels, key } from '../names.ts';
import { certificate } from './certificate.ts';

/** The Gateway that everything attaches to, with the wildcard certificate of the environment; plain HTTP only redirects. */
export function addGateway(scope: Scope, input: ComponentInput, className: string, gateway: Outputs<'gateway'>): void {
  const { name, namespace } = gateway;
  const labels = componentLabels('gateway');
  const domain = input.environment.domains.ingress;
  if (domain === undefined) throw new Error(`environment ${input.environment.name} has no domains.ingress to serve`);
  const secretName = 'wildcard-tls';
  new Certificate(scope, 'certificate', {
    metadata: { name: 'wildcard', namespace, labels },
    spec: certificate({
      secretName,
      issuer: capability(input, 'certificates').clusterIssuer,
      dnsNames: [`*.${domain}`],
    }),
  });
  new Gateway(scope, 'gateway', {
    metadata: { name, namespace, labels },
    spec: {
      gatewayClassName: className,
      // Tenants bring their own listeners, for their own hosts only: see listeners.ts.
      allowedListeners: {
        namespaces: { from: 'Selector', selector: { matchExpressions: [{ key: key.tenant, operator: 'Exists' }] } },
      },
      listeners: [
        { name: 'http', port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'Same' } } },
        {
          name: 'https',
          hostname: `*.${domain}`,
          port: 443,
          protocol: 'HTTPS',
          tls: { mode: 'Terminate', certificateRefs: [{ group: '', kind: 'Secret', name: secretName }] },
          // For what the platform itself shows, from the namespaces of its components.
          allowedRoutes: {
            namespaces: {
              from: 'Selector',
              selector: { matchExpressions: [{ key: key.component, operator: 'Exists' }] },
            },
          },
        },
      ],
    },
  });
  new HttpRoute(scope, 'redirect', {
    metadata: { name: 'https-redirect', namespace, labels },
    spec: {
      parentRefs: [
        {
          group: 'gateway.networking.k8s.io',
          kind: 'Gateway',
          name,
          namespace,
          sectionName: 'http',
        },
      ],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }],
        },
      ],
    },
  });
}

import type { AcmeSolver, ComponentInput } from 'keelson';

/**
 * DNS-01 everywhere: the gateway's and the tenants' certificates are wildcards, which HTTP-01 cannot prove. Each cloud by its own DNS;
 * OpenStack by dynamic updates (RFC 2136) to the name servers behind Designate.
 */
export function solver(input: ComponentInput): AcmeSolver {
  const { provider } = input.cluster;
  const zone = input.environment.domains.dns?.zone;
  if (zone === undefined) {
    throw new Error(`environment ${input.environment.name} has no domains.dns.zone, which the DNS-01 solver needs`);
  }
  const selector = { dnsZones: [zone] };
  switch (provider.name) {
    case 'gcp':
      return { selector, dns01: { cloudDNS: { project: provider.project ?? '' } } };
    case 'aws':
      return { selector, dns01: { route53: { region: provider.region ?? 'us-east-1' } } };
    default:
      return {
        selector,
        dns01: {
          rfc2136: {
            nameserver: 'ns1.meridian.example:53',
            tsigKeyName: `${input.cluster.name}-acme`,
            tsigAlgorithm: 'HMACSHA256',
            tsigSecretSecretRef: { name: 'rfc2136-tsig', key: 'secret' },
          },
        },
      };
  }
}

/** The cloud identity of cert-manager's controller: no key is stored in the cluster where the cloud can do without. */
export function workloadIdentity(input: ComponentInput): Readonly<Record<string, string>> {
  const { name, provider } = input.cluster;
  switch (provider.name) {
    case 'gcp':
      return { 'iam.gke.io/gcp-service-account': `cert-manager@${provider.project}.iam.gserviceaccount.com` };
    case 'aws':
      return { 'eks.amazonaws.com/role-arn': `arn:aws:iam::${provider.project}:role/${name}-cert-manager` };
    default:
      return {};
  }
}

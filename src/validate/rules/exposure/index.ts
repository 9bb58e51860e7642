import type { Rule } from '../../rule.ts';
import { certificateNames } from './certificate-names.ts';
import { declaredReach } from './declared-reach.ts';
import { dnsEgress } from './dns-egress.ts';
import { externalDnsTarget } from './external-dns-target.ts';
import { gatewayOpenListener } from './gateway-open-listener.ts';
import { ingressClass } from './ingress-class.ts';
import { ingressHost } from './ingress-host.ts';
import { ingressNginxRetired } from './ingress-nginx-retired.ts';
import { ingressSnippet } from './ingress-snippet.ts';
import { ingressTls } from './ingress-tls.ts';
import { ingressTlsHosts } from './ingress-tls-hosts.ts';
import { internalHost } from './internal-host.ts';
import { isolatedBothWays } from './isolated-both-ways.ts';
import { isolatedPod } from './isolated-pod.ts';
import { loadBalancerService } from './load-balancer-service.ts';
import { metadataEgress } from './metadata-egress.ts';
import { networkReach } from './network-reach.ts';
import { nodePortService } from './node-port-service.ts';
import { policyFlavour } from './policy-flavour.ts';
import { routeTls } from './route-tls.ts';
import { serviceExternalIps } from './service-external-ips.ts';
import { servicePrivilegedPort } from './service-privileged-port.ts';
import { serviceSshPort } from './service-ssh-port.ts';
import { tenantAnyHost } from './tenant-any-host.ts';
import { tenantCertificates } from './tenant-certificates.ts';
import { tenantDefaultDeny } from './tenant-default-deny.ts';
import { tenantEgress } from './tenant-egress.ts';
import { tenantHost } from './tenant-host.ts';
import { tenantOpenPolicy } from './tenant-open-policy.ts';
import { uniqueRoute } from './unique-route.ts';
import { wildcardHost } from './wildcard-host.ts';

export const exposureRules: readonly Rule[] = [
  uniqueRoute,
  certificateNames,
  ingressTls,
  ingressTlsHosts,
  routeTls,
  ingressSnippet,
  ingressNginxRetired,
  tenantHost,
  tenantAnyHost,
  tenantCertificates,
  externalDnsTarget,
  internalHost,
  tenantDefaultDeny,
  tenantOpenPolicy,
  tenantEgress,
  networkReach,
  declaredReach,
  policyFlavour,
  dnsEgress,
  serviceExternalIps,
  nodePortService,
  loadBalancerService,
  serviceSshPort,
  servicePrivilegedPort,
  ingressClass,
  ingressHost,
  wildcardHost,
  gatewayOpenListener,
  isolatedPod,
  isolatedBothWays,
  metadataEgress,
];

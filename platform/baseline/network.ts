import { NetworkPolicy } from 'keelson';
import type {
  NetworkPolicyPeer,
  NetworkPolicyPort,
  NetworkPolicyProps,
  ResolvedPeer,
  Scope,
  TenantInput,
} from 'keelson';
import { capability } from '../capabilities.ts';
import { key, tenantLabels } from '../names.ts';

type Spec = Omit<NetworkPolicyProps['spec'], 'podSelector'>;

/** What `internet` leaves out: private and link-local ranges (RFC 1918, RFC 6598, RFC 3927: cloud metadata), and their IPv6 counterparts. */
const internet: readonly NetworkPolicyPeer[] = [
  {
    ipBlock: {
      cidr: '0.0.0.0/0',
      except: ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
    },
  },
  { ipBlock: { cidr: '::/0', except: ['fc00::/7', 'fe80::/10'] } },
];

/** Nothing in, nothing out, then what is needed: each allow is a policy of its own, named for what it allows. */
export function isolate(scope: Scope, input: TenantInput, namespace: string): void {
  const { tenant } = input;
  const gateway = capability(input, 'gateway');
  const metrics = capability(input, 'metrics');

  const add = (name: string, spec: Spec): void => {
    new NetworkPolicy(scope, `${namespace}/${name}`, {
      metadata: { name, namespace, labels: tenantLabels(tenant) },
      spec: { podSelector: {}, ...spec },
    });
  };

  add('default-deny', { policyTypes: ['Ingress', 'Egress'] });
  add('allow-dns', {
    policyTypes: ['Egress'],
    egress: [
      {
        to: [{ namespaceSelector: named('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
        ports: [
          { port: 53, protocol: 'UDP' },
          { port: 53, protocol: 'TCP' },
        ],
      },
    ],
  });
  const same: readonly NetworkPolicyPeer[] = [{ podSelector: {} }];
  add('allow-same-namespace', {
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: same }],
    egress: [{ to: same }],
  });
  if (tenant.network.allowSameTenant && tenant.namespaces.length > 1) {
    const tenants: readonly NetworkPolicyPeer[] = [
      { namespaceSelector: { matchLabels: { [key.tenant]: tenant.name } } },
    ];
    add('allow-same-tenant', {
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: tenants }],
      egress: [{ to: tenants }],
    });
  }
  add('allow-from-gateway', {
    policyTypes: ['Ingress'],
    ingress: [{ from: [pods(gateway.namespace, gateway.proxyLabels)] }],
  });
  add('allow-from-monitoring', {
    policyTypes: ['Ingress'],
    ingress: [{ from: [pods(metrics.namespace, metrics.scraperLabels)] }],
  });
  const ingressFrom = tenant.network.ingressFrom.filter(isHere);
  if (ingressFrom.length > 0) {
    add('allow-declared-ingress', {
      policyTypes: ['Ingress'],
      ingress: ingressFrom.map((peer) => withPorts({ from: [declared(peer)] }, peer)),
    });
  }
  const egressTo = tenant.network.egressTo.filter(isHere);
  if (egressTo.length > 0) {
    add('allow-declared-egress', {
      policyTypes: ['Egress'],
      egress: egressTo.map((peer) => withPorts({ to: [declared(peer)] }, peer)),
    });
  }
  const allowed = input.environment.network.egressAllow;
  if (allowed.length > 0) {
    add('allow-environment-egress', {
      policyTypes: ['Egress'],
      egress: [{ to: allowed.map((cidr) => ({ ipBlock: { cidr } })) }],
    });
  }
  if (tenant.network.internet.egress) {
    add('allow-internet', { policyTypes: ['Egress'], egress: [{ to: internet }] });
  }
}

/** Namespaces by their names: Kubernetes sets this label itself, so nobody can borrow it. */
function named(...namespaces: readonly string[]) {
  const label = 'kubernetes.io/metadata.name';
  const [only] = namespaces;
  return only !== undefined && namespaces.length === 1
    ? { matchLabels: { [label]: only } }
    : { matchExpressions: [{ key: label, operator: 'In' as const, values: [...namespaces].toSorted() }] };
}

function pods(namespace: string, labels: Readonly<Record<string, string>>): NetworkPolicyPeer {
  return { namespaceSelector: named(namespace), podSelector: { matchLabels: labels } };
}

/** A peer that is not placed in this environment has no namespaces here, and an empty list would select none: invalid. */
function isHere(peer: ResolvedPeer): boolean {
  return peer.cidr !== undefined || (peer.namespaces ?? []).length > 0;
}

function declared(peer: ResolvedPeer): NetworkPolicyPeer {
  return peer.cidr === undefined
    ? { namespaceSelector: named(...(peer.namespaces ?? [])) }
    : { ipBlock: { cidr: peer.cidr } };
}

/** Without ports every port is meant. */
function withPorts<Rule extends object>(
  rule: Rule,
  peer: ResolvedPeer,
): Rule & { readonly ports?: readonly NetworkPolicyPort[] } {
  if (peer.ports === undefined) return rule;
  return { ...rule, ports: peer.ports.map((port) => ({ port, protocol: 'TCP' as const })) };
}

import { opens, policiesOf, selects, tenancyOf } from '../../../analysis/index.ts';
import type { PlacedRule, Policy } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

const systems = ['kube-system', 'openshift-dns'];
const nameLabel = 'kubernetes.io/metadata.name';

export const dnsEgress = defineRule({
  id: 'dns-egress',
  set: 'recommended',
  title: 'Pods that may reach others by name may ask for the name.',
  fix: 'Allow port 53, UDP and TCP, to the pods of the cluster DNS in `kube-system`.',
  severity: 'error',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  checkSet(world, report) {
    const policies = policiesOf(world);
    const tenancy = tenancyOf(world);
    const told = new Set<Policy>();
    const judge = (taking: readonly Policy[], whose: string): void => {
      const closing = taking.find(({ isolates }) => isolates.egress);
      const rules = taking.flatMap((policy) => policy.rules.egress);
      if (closing === undefined || told.has(closing)) return;
      if (!rules.some(mayNeedNames) || rules.some(allowsDns)) return;
      told.add(closing);
      report(closing.object, {
        messageId: 'no-dns',
        message: `NetworkPolicy ${closing.object.ref.name} closes what ${whose} may reach, and nothing lets them ask the cluster's DNS: no name resolves`,
        pointer: '/spec',
        severity: world.facts === undefined ? 'warning' : 'error',
      });
    };
    for (const { pod, ref } of world.objects) {
      if (pod === undefined || pod.spec.hostNetwork === true || pod.spec.dnsPolicy === 'None') continue;
      judge(policies.taking(ref.namespace, pod.metadata.labels ?? {}), `${ref.kind} ${ref.name}`);
    }
    // Charts bring pods that are not in the set.
    for (const namespace of tenancy?.tenants.flatMap(({ namespaces }) => namespaces) ?? []) {
      const taking = policies.of(namespace).filter(({ takesAll }) => takesAll);
      judge(taking, `the pods of ${namespace}`);
    }
  },
});

/** A rule for addresses alone needs no names. */
function mayNeedNames({ peers }: PlacedRule): boolean {
  return peers === undefined || peers.some(({ ipBlock }) => ipBlock === undefined);
}

/** Addresses may be those of a DNS server; a namespace selected by labels of its own may be where DNS runs. */
function allowsDns({ peers, ports }: PlacedRule): boolean {
  if (!opens(ports, 53, 'UDP')) return false;
  return (
    peers === undefined ||
    peers.some(({ ipBlock, namespaceSelector }) => {
      if (ipBlock !== undefined) return ports !== undefined || ipBlock.cidr === '0.0.0.0/0' || ipBlock.cidr === '::/0';
      if (namespaceSelector === undefined) return false;
      const { matchLabels = {}, matchExpressions = [] } = namespaceSelector;
      const keys = [...Object.keys(matchLabels), ...matchExpressions.map(({ key }) => key)];
      return (
        keys.some((key) => key !== nameLabel && ports !== undefined) ||
        systems.some((name) => selects(namespaceSelector, { [nameLabel]: name }))
      );
    })
  );
}

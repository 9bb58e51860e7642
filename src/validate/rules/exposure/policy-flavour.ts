import { defineRule } from '../../rule.ts';

/** Kinds of policies, and the networks that enforce them, by the names that clusters give in `network.cni`. */
const flavours: readonly (readonly [kind: string, networks: RegExp])[] = [
  ['cilium.io/CiliumNetworkPolicy', /^cilium/],
  ['cilium.io/CiliumClusterwideNetworkPolicy', /^(?:cilium|gke-dataplane-v2)/],
  ['crd.projectcalico.org/NetworkPolicy', /calico|canal/],
  ['crd.projectcalico.org/GlobalNetworkPolicy', /calico|canal/],
  ['projectcalico.org/NetworkPolicy', /calico|canal/],
  ['projectcalico.org/GlobalNetworkPolicy', /calico|canal/],
  ['crd.antrea.io/NetworkPolicy', /antrea/],
  ['crd.antrea.io/ClusterNetworkPolicy', /antrea/],
  ['networking.gke.io/FQDNNetworkPolicy', /^gke-dataplane-v2/],
  ['networking.k8s.io/NetworkPolicy', /^(?!(?:flannel|kubenet|none)$)/],
];

export const policyFlavour = defineRule({
  id: 'policy-flavour',
  set: 'recommended',
  title: "Network policies are of a kind that the cluster's network enforces.",
  fix: "Use `networking.k8s.io/v1` NetworkPolicy, or the kind of the cluster's own network; correct `network.cni` of the cluster if it is wrong.",
  severity: 'error',
  needs: 'fleet',
  kinds: flavours.map(([kind]) => kind),
  checkSet(world, report) {
    const cluster = world.facts?.cluster;
    const network = cluster?.network.cni?.toLowerCase();
    if (cluster === undefined || network === undefined) return;
    for (const [kind, networks] of flavours) {
      if (networks.test(network)) continue;
      for (const object of world.ofKind(kind)) {
        report(object, {
          messageId: 'not-enforced',
          message: `${object.ref.kind} ${object.ref.name} does nothing on cluster ${cluster.name}: its network, ${network}, does not enforce ${kind}`,
          pointer: '/kind',
          seen: kind,
        });
      }
    }
  },
});

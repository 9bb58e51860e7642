import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

function say(cni: string | undefined, apiVersion: string, kind: string): readonly string[] {
  const text = JSON.stringify({ apiVersion, kind, metadata: { name: 'one', namespace: 'payments-dev' }, spec: {} });
  return told(
    findingsInFleet({
      rule: 'policy-flavour',
      cluster: 'dev-eu-1',
      units: { 'dev/dev-eu-1/payments/baseline': text },
      change: (platform) => {
        platform.clusters = platform.clusters.map((cluster) =>
          cluster.name === 'dev-eu-1' && cni !== undefined
            ? { ...cluster, network: { ...cluster.network, cni } }
            : cluster,
        );
      },
    }),
  );
}
const own = (cni?: string) => say(cni, 'networking.k8s.io/v1', 'NetworkPolicy');
const cilium = (cni?: string) => say(cni, 'cilium.io/v2', 'CiliumNetworkPolicy');
const calico = (cni?: string) => say(cni, 'projectcalico.org/v3', 'NetworkPolicy');
const lost = ['not-enforced /kind'];

test('each network enforces its own kinds, and most enforce NetworkPolicy', () => {
  expect(['cilium', 'calico', 'gke-dataplane-v2', 'aws-vpc-cni', undefined].flatMap(own)).toEqual([]);
  expect(own('flannel')).toEqual(lost);
  expect([cilium('cilium'), calico('calico'), calico('tigera-calico'), cilium()]).toEqual([[], [], [], []]);
  expect([cilium('calico'), cilium('gke-dataplane-v2'), calico('cilium')]).toEqual([lost, lost, lost]);
});

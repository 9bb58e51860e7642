import { textOf } from '../../../analysis/index.ts';
import type { World } from '../../../analysis/index.ts';
import { formatObject } from '../../../kernel/index.ts';
import type { Cluster, Fleet } from '../../../model/types.ts';
import { nearestNames } from '../../../schema/index.ts';
import { defineRule } from '../../rule.ts';
import { applicationSpecs } from './applications.ts';
import type { ApplicationSpec } from './applications.ts';

const own = 'https://kubernetes.default.svc';

export const applicationDestination = defineRule({
  id: 'application-destination',
  set: 'reference',
  title: 'An Application goes to a cluster of the fleet, and to a namespace that the cluster has.',
  fix: 'Name a declared cluster in `destination`, and a namespace that a tenant or a component has there.',
  severity: 'error',
  needs: 'fleet',
  kinds: ['argoproj.io/Application', 'argoproj.io/ApplicationSet'],
  checkSet(world, report) {
    const { facts } = world;
    if (facts === undefined) return;
    for (const application of applicationSpecs(world)) {
      const { from, spec, pointer } = application;
      const [name, server] = [textOf(spec, 'destination', 'name'), textOf(spec, 'destination', 'server')];
      const given = name ?? server;
      if (given === undefined || given.includes('{{')) continue;
      const field = name === undefined ? 'server' : 'name';
      const cluster = clusterOf(facts.fleet, facts.cluster, application);
      if (cluster === undefined) {
        const near = nearestNames(
          given,
          facts.fleet.clusters.map((one) => one[field === 'name' ? 'name' : 'server']),
        );
        report(from, {
          messageId: 'missing-cluster',
          message: `${formatObject(from.ref)} goes to cluster ${given}, which the fleet does not have`,
          pointer: `${pointer}/destination/${field}`,
          seen: given,
          ...(near.length === 0 ? {} : { allowed: near.join(', ') }),
        });
        continue;
      }
      const namespace = textOf(spec, 'destination', 'namespace');
      if (namespace === undefined || namespace.includes('{{')) continue;
      const known = namespacesOf(world, facts.fleet, cluster);
      if (known.has(namespace)) continue;
      const near = nearestNames(namespace, [...known]);
      report(from, {
        messageId: 'missing-namespace',
        message: `${formatObject(from.ref)} goes to Namespace ${namespace} of cluster ${cluster.name}, which no tenant and no component has there`,
        pointer: `${pointer}/destination/namespace`,
        seen: namespace,
        ...(near.length === 0 ? {} : { allowed: near.join(', ') }),
      });
    }
  },
});

function clusterOf(fleet: Fleet, here: Cluster, { spec }: ApplicationSpec): Cluster | undefined {
  const [name, server] = [textOf(spec, 'destination', 'name'), textOf(spec, 'destination', 'server')];
  if (name === 'in-cluster' || server === own) return here;
  return fleet.clusters.find((one) => (name === undefined ? one.server === server : one.name === name));
}

function namespacesOf(world: World, fleet: Fleet, { name }: Cluster): ReadonlySet<string> {
  const known = new Set(['default', 'kube-node-lease', 'kube-public', 'kube-system']);
  for (const { ref, input } of fleet.units) {
    if (ref.cluster !== name) continue;
    if ('component' in input) known.add(input.component.namespace);
    if ('tenant' in input) for (const namespace of input.tenant.namespaces) known.add(namespace);
  }
  for (const { clusters, objects } of fleet.policy.outside) {
    if (!clusters.includes(name)) continue;
    for (const object of objects) if (object.kind === '/Namespace' && object.name !== undefined) known.add(object.name);
  }
  if (world.facts?.cluster.name === name) for (const { ref } of world.ofKind('/Namespace')) known.add(ref.name);
  return known;
}

import type { FillType } from './fill-type.ts';
import { fill, isMembers, itemsAt, madeAt, membersAt } from './members.ts';
import type { Members } from './members.ts';

export const ofCore: Readonly<Record<string, FillType>> = {
  'core.v1.Service': fillService,
  'core.v1.Secret': (secret) => fill(secret, { type: 'Opaque' }),
  'core.v1.PersistentVolume': (volume) => {
    fill(madeAt(volume, 'status'), { phase: 'Pending' });
    fill(madeAt(volume, 'spec'), { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' });
  },
  'core.v1.PersistentVolumeClaim': (claim) => fill(madeAt(claim, 'status'), { phase: 'Pending' }),
  'core.v1.PersistentVolumeClaimSpec': (spec) => fill(spec, { volumeMode: 'Filesystem' }),
  'core.v1.EndpointPort': (port) => fill(port, { protocol: 'TCP' }),
  'core.v1.Namespace': (namespace) => {
    const metadata = madeAt(namespace, 'metadata');
    const { name } = metadata;
    if (typeof name === 'string' && name !== '') madeAt(metadata, 'labels')['kubernetes.io/metadata.name'] = name;
  },
  'core.v1.NamespaceStatus': (status) => fill(status, { phase: 'Active' }),
  'core.v1.NodeStatus': (status) => {
    if (isMembers(status['capacity'])) fill(status, { allocatable: status['capacity'] });
  },
  'core.v1.LimitRangeItem': fillLimits,
  'core.v1.ReplicationController': (controller) => {
    const labels = membersAt(membersAt(membersAt(controller, 'spec'), 'template'), 'metadata')['labels'];
    if (!isMembers(labels)) return;
    fill(madeAt(controller, 'spec'), { selector: labels });
    fill(madeAt(controller, 'metadata'), { labels });
  },
};

function fillService(service: Members): void {
  const spec = madeAt(service, 'spec');
  fill(spec, { sessionAffinity: 'None', type: 'ClusterIP' });
  if (spec['sessionAffinity'] === 'None') delete spec['sessionAffinityConfig'];
  if (spec['sessionAffinity'] === 'ClientIP') {
    const seconds = membersAt(membersAt(spec, 'sessionAffinityConfig'), 'clientIP')['timeoutSeconds'];
    if (seconds === undefined) spec['sessionAffinityConfig'] = { clientIP: { timeoutSeconds: 10_800 } };
  }
  for (const port of itemsAt(spec, 'ports')) fill(port, { protocol: 'TCP', targetPort: port['port'] ?? 0 });
  const type = spec['type'];
  const exposed = type === 'LoadBalancer' || type === 'NodePort';
  const external = Array.isArray(spec['externalIPs']) && spec['externalIPs'].length > 0;
  if (exposed || (type === 'ClusterIP' && external)) fill(spec, { externalTrafficPolicy: 'Cluster' });
  if (exposed || type === 'ClusterIP') fill(spec, { internalTrafficPolicy: 'Cluster' });
  if (type === 'LoadBalancer') fill(spec, { allocateLoadBalancerNodePorts: true });
}

function fillLimits(item: Members): void {
  if (item['type'] !== 'Container') return;
  fill(madeAt(item, 'default'), membersAt(item, 'max'));
  fill(madeAt(item, 'defaultRequest'), membersAt(item, 'default'));
  fill(madeAt(item, 'defaultRequest'), membersAt(item, 'min'));
  for (const name of ['default', 'defaultRequest']) {
    if (Object.keys(membersAt(item, name)).length === 0) delete item[name];
  }
}

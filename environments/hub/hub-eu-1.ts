import { defineCluster } from 'keelson';

export default defineCluster({
  name: 'hub-eu-1',
  environment: 'hub',
  hub: 'hub-eu-1',
  description: 'Own OpenStack: delivery does not depend on a cloud that it delivers to.',
  provider: { name: 'openstack', region: 'eu-north-1', project: 'meridian-hub' },
  kubernetes: '1.36',
  labels: { purpose: 'management', region: 'eu-north-1' },
  capacity: { cpu: '24', memory: '96Gi' },
  network: {
    cni: 'cilium',
    cidrs: { nodes: '10.8.0.0/20', pods: '10.9.0.0/16', services: '10.8.32.0/20' },
  },
  delivery: { repository: 'https://github.com/meridian/platform-config.git', revision: 'main' },
});

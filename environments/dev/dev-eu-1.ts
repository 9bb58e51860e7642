import { defineCluster } from 'keelson';

export default defineCluster({
  name: 'dev-eu-1',
  environment: 'dev',
  hub: 'hub-eu-1',
  provider: { name: 'gcp', region: 'europe-west4', project: 'meridian-dev' },
  kubernetes: '1.36',
  server: 'https://dev-eu-1.k8s.meridian.example:6443',
  labels: { purpose: 'general', region: 'europe-west4' },
  capacity: { cpu: '48', memory: '192Gi', overcommit: 2 },
  network: {
    cni: 'gke-dataplane-v2',
    cidrs: {
      controlPlane: '10.16.48.0/28',
      nodes: '10.16.0.0/20',
      pods: '10.20.0.0/14',
      services: '10.16.32.0/20',
    },
  },
});

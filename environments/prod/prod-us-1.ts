import { defineCluster } from 'keelson';

export default defineCluster({
  name: 'prod-us-1',
  environment: 'prod',
  hub: 'hub-eu-1',
  provider: { name: 'aws', region: 'us-east-1', project: '481516234210' },
  kubernetes: '1.34',
  server: 'https://prod-us-1.k8s.meridian.example:6443',
  labels: { purpose: 'general', region: 'us-east-1' },
  capacity: { cpu: '192', memory: '768Gi', overcommit: 1.25 },
  network: {
    cni: 'cilium',
    cidrs: {
      controlPlane: '10.32.64.0/28',
      nodes: '10.32.0.0/18',
      pods: '10.36.0.0/14',
      services: '10.32.96.0/20',
    },
  },
});

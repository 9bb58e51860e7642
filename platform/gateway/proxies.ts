import type { ComponentInput } from 'keelson';
import { capability } from '../capabilities.ts';

/** The data plane: Envoy pods and the load balancer in front of them. */
export function proxies(input: ComponentInput) {
  const annotations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    aws: { 'service.beta.kubernetes.io/aws-load-balancer-type': 'nlb' },
    gcp: { 'cloud.google.com/l4-rbs': 'enabled' },
    openstack: { 'loadbalancer.openstack.org/keep-floatingip': 'true' },
  };
  return {
    provider: {
      type: 'Kubernetes',
      kubernetes: {
        envoyDeployment: {
          replicas: input.environment.tier === 'prod' ? 3 : 2,
          pod: { priorityClassName: capability(input, 'priority-classes').platform },
          container: { resources: { requests: { cpu: '200m', memory: '512Mi' }, limits: { memory: '1Gi' } } },
        },
        envoyPDB: { maxUnavailable: 1 },
        envoyService: {
          type: 'LoadBalancer',
          // The client's address survives, and no node forwards to another.
          externalTrafficPolicy: 'Local',
          annotations: annotations[input.cluster.provider.name] ?? {},
        },
      },
    },
  };
}

import type { FillType } from './fill-type.ts';
import { fill, isMembers } from './members.ts';

export const ofNetwork: Readonly<Record<string, FillType>> = {
  'networking.v1.NetworkPolicyPort': (port) => fill(port, { protocol: 'TCP' }),
  'networking.v1.NetworkPolicySpec': (spec) => {
    const egress = Array.isArray(spec['egress']) && spec['egress'].length > 0;
    const types = spec['policyTypes'];
    if (!Array.isArray(types) || types.length === 0) spec['policyTypes'] = egress ? ['Ingress', 'Egress'] : ['Ingress'];
  },
  'networking.v1.IngressClassSpec': (spec) => {
    if (isMembers(spec['parameters'])) fill(spec['parameters'], { scope: 'Cluster' });
  },
  'discovery.v1.EndpointPort': (port) => fill(port, { name: '', protocol: 'TCP' }),
};

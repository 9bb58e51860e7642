import type { Fleet } from '#src/model/types.ts';

/** A fleet with one hub and tenants of these names, as far as CODEOWNERS and images read it. */
export function fleetWith(...tenants: readonly string[]): Fleet {
  return {
    environments: [
      {
        name: 'hub',
        tier: 'management',
        order: 0,
        owner: 'platform',
        lifetime: 'long-lived',
        phase: 'live',
        tenanted: true,
        regions: [],
        domains: {},
        network: { reserved: [], egressAllow: [] },
        podSecurity: 'restricted',
        labels: {},
        extensions: {},
      },
    ],
    clusters: [
      {
        name: 'hub-eu-1',
        environment: 'hub',
        hub: 'hub-eu-1',
        isHub: true,
        provider: { name: 'openstack' },
        kubernetes: '1.35',
        server: 'https://kubernetes.default.svc',
        labels: {},
        network: { cidrs: {} },
        delivery: {
          repository: 'https://github.com/meridian/platform-config.git',
          revision: 'main',
          namespace: 'argocd',
        },
        extensions: {},
      },
    ],
    components: [],
    tenants: tenants.map((name) => ({
      name,
      type: 'application',
      displayName: name,
      ancestors: [],
      owner: name,
      environments: ['hub'],
      clusters: ['hub-eu-1'],
      deletion: 'retain',
      declared: { file: `tenants/${name}.ts`, line: 3, column: 1, symbol: name },
    })),
    apps: tenants.map((tenant) => ({
      name: 'web',
      tenant,
      kind: 'service',
      origin: 'image',
      environments: ['hub'],
      clusters: ['hub-eu-1'],
      declared: { file: `tenants/${tenant}.ts`, line: 9, column: 5, symbol: `${tenant}/web` },
    })),
    units: [],
    values: [],
    policy: { waivers: [], outside: [], admissionRules: [], settings: {} },
  };
}

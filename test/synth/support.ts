import type { Unit, UnitInput } from '#src/model/types.ts';
import type { Recipes, UserCode } from '#src/synth/index.ts';
import type { Construct } from 'constructs';

const environment = {
  name: 'dev',
  tier: 'dev' as const,
  order: 1,
  owner: 'platform',
  lifetime: 'long-lived' as const,
  phase: 'live' as const,
  tenanted: true,
  regions: [],
  domains: {},
  network: { reserved: [], egressAllow: [] },
  podSecurity: 'restricted' as const,
  labels: {},
  extensions: {},
};

const cluster = {
  name: 'dev-eu-1',
  environment: 'dev',
  hub: 'hub-eu-1',
  isHub: false,
  provider: { name: 'gcp' as const },
  kubernetes: '1.36',
  server: 'https://dev.example.test',
  labels: {},
  network: { cidrs: {} },
  extensions: {},
};

/** A component's unit on dev-eu-1, in namespace `shop`. */
export function componentUnit(crds: readonly { group: string; kind: string }[] = [], name = 'shop'): Unit {
  const ref = {
    id: `dev/dev-eu-1/platform/${name}`,
    environment: 'dev',
    cluster: 'dev-eu-1',
    name,
    kind: 'component' as const,
    owner: 'platform',
  };
  const input: UnitInput = {
    unit: ref,
    environment,
    cluster,
    capabilities: {},
    component: {
      name,
      category: 'test',
      description: '',
      owner: 'platform',
      lifecycle: { stage: 'ga' },
      namespace: 'shop',
      requires: [],
      provides: [],
      conflicts: [],
      crds,
    },
  };
  return {
    ref,
    wave: 0,
    requires: [],
    recipe: { module: `platform/${name}/component.ts`, export: 'default' },
    input,
    declared: { file: `platform/${name}/component.ts`, line: 3, column: 16, symbol: `component/${name}` },
    hasObjects: true,
  };
}

/** Stands for the user's bundle: the frames of this test file are the user's code. */
export function userCodeOf(url: string): UserCode {
  return {
    isUser: (file) => file === url || `file://${file}` === url,
    locate(frame) {
      const match = /:(\d+):(\d+)$/.exec(frame);
      return { file: 'platform/shop/component.ts', line: Number(match?.[1]), column: Number(match?.[2]) };
    },
  };
}

export function recipesOf(build: (scope: Construct, input: UnitInput) => void): Recipes {
  return { build: () => build, contribute: () => () => undefined };
}

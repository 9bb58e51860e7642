import { expect, test } from 'vitest';
import { UserError, formatLocation } from '#src/kernel/index.ts';
import { resolveFleet } from '#src/model/index.ts';
import { build, cluster, component, declare, meridian, tenant } from './platform.ts';
import type { Platform } from './platform.ts';

interface Case {
  readonly name: string;
  readonly change: (platform: Platform) => void;
  /** `place: code: message`, then the hint. */
  readonly errors: readonly (readonly [string, string])[];
}

/** The one of that name, to be changed in place. */
function pick<Item extends { readonly name: string }>(
  items: readonly Item[],
  name: string,
): { -readonly [Key in keyof Item]: Item[Key] } {
  const found = items.find((item) => item.name === name);
  if (found === undefined) throw new Error(`the platform of the tests has no ${name}`);
  return found;
}

const cases: readonly Case[] = [
  {
    name: 'two environments of one name',
    change: (p) => p.environments.push({ name: 'dev', tier: 'ci' }),
    errors: [
      [
        'environments/dev/environment.ts#/name:4:1: duplicate-name: Environment `dev` is declared twice; the other one is environment/dev (environments/dev/environment.ts:1:1).',
        'Rename or remove one of the two.',
      ],
    ],
  },
  {
    name: 'two clusters of one name in two environments',
    change: (p) => p.clusters.push(cluster('dev-eu-1', 'prod', { server: 'https://other.example' })),
    errors: [
      [
        'environments/prod/dev-eu-1.ts#/name:4:1: duplicate-name: Cluster `dev-eu-1` is declared twice; the other one is cluster/dev-eu-1 (environments/dev/dev-eu-1.ts:2:1).',
        'Rename or remove one of the two.',
      ],
    ],
  },
  {
    name: 'cluster of an unknown environment',
    change: (p) => p.clusters.push(cluster('dev-eu-2', 'devv')),
    errors: [
      [
        'environments/devv/dev-eu-2.ts#/environment:4:1: unknown-environment: Cluster `dev-eu-2` belongs to environment `devv`, which is not declared.',
        'Did you mean `dev`? Known: `dev`, `hub`, `prod`. An environment is declared in `environments/<name>/environment.ts`.',
      ],
    ],
  },
  {
    name: 'a component that does not run on the version of a cluster',
    change: (p) => (pick(p.components, 'ingress').kubernetes = { from: '1.30', to: '1.35' }),
    errors: [
      [
        'platform/ingress/component.ts#/kubernetes:3:1: component-incompatible: Component `ingress` runs on Kubernetes 1.30 to 1.35, and there is 1.36 on clusters `dev-eu-1`, `hub-eu-1`, `prod-us-1`.',
        'Move to a version of it that runs there and correct `kubernetes`, or take it off the cluster with `components.exclude`.',
      ],
    ],
  },
  {
    name: 'a tenant whose data may not lie where it is placed',
    change: (p) => (pick(p.tenants, 'commerce').residency = { regions: ['europe-west2'] }),
    errors: ['payments', 'storefront'].map((name) => [
      `tenants/commerce.ts#/residency/regions:1:1: region-not-allowed: Tenant \`${name}\` keeps its data in \`europe-west2\`, but is placed on cluster \`prod-us-1\` in \`us-east-1\`: cluster/prod-us-1 (environments/prod/prod-us-1.ts:3:1).`,
      'Leave environment `prod` out, choose other clusters with `placement.clusterSelector`, or allow the region.',
    ]),
  },
  {
    name: 'unknown hub',
    change: (p) => (pick(p.clusters, 'dev-eu-1').hub = 'hub-eu-2'),
    errors: [
      [
        'environments/dev/dev-eu-1.ts#/hub:2:1: unknown-hub: Cluster `dev-eu-1` is delivered by hub `hub-eu-2`, which is not declared.',
        'Did you mean `hub-eu-1`? Known: `hub-eu-1`. A hub is a cluster that names itself as `hub`.',
      ],
    ],
  },
  {
    name: 'hub that is none',
    change: (p) => (pick(p.clusters, 'dev-eu-1').hub = 'prod-us-1'),
    errors: [
      [
        'environments/dev/dev-eu-1.ts#/hub:2:1: not-a-hub: Cluster `dev-eu-1` is delivered by `prod-us-1`, which is no hub: cluster/prod-us-1 (environments/prod/prod-us-1.ts:3:1) names hub `hub-eu-1`.',
        'Name a cluster that names itself as `hub`.',
      ],
    ],
  },
  {
    name: 'hub outside management',
    change: (p) =>
      Object.assign(pick(p.clusters, 'dev-eu-1'), {
        hub: 'dev-eu-1',
        delivery: { repository: 'https://git.example/x.git' },
      }),
    errors: [
      [
        'environments/dev/dev-eu-1.ts#/hub:2:1: hub-not-in-management: Cluster `dev-eu-1` names itself as its hub, but its environment `dev` is of tier `dev`.',
        'A hub is in an environment of tier `management`; any other cluster names the hub whose Argo CD delivers it.',
      ],
    ],
  },
  {
    name: 'hub without delivery',
    change: (p) => delete (pick(p.clusters, 'hub-eu-1') as { delivery?: unknown }).delivery,
    errors: [
      [
        'environments/hub/hub-eu-1.ts:1:1: hub-without-delivery: Hub `hub-eu-1` does not say where its Argo CD reads this repository.',
        "Give it `delivery: { repository: 'https://...git' }`.",
      ],
    ],
  },
  {
    name: 'delivery on a workload cluster',
    change: (p) => (pick(p.clusters, 'dev-eu-1').delivery = { repository: 'https://git.example/x.git' }),
    errors: [
      [
        'environments/dev/dev-eu-1.ts#/delivery:2:1: delivery-on-workload-cluster: Cluster `dev-eu-1` has `delivery`, but it is no hub: its hub is `hub-eu-1`.',
        'Only a hub has `delivery`; remove the field, or let the cluster name itself as `hub`.',
      ],
    ],
  },
  {
    name: 'cluster without server',
    change: (p) => delete (pick(p.clusters, 'dev-eu-1') as { server?: unknown }).server,
    errors: [
      [
        'environments/dev/dev-eu-1.ts:2:1: server-missing: Cluster `dev-eu-1` has no `server`.',
        'Give the URL of its API server; only a hub may leave it out.',
      ],
    ],
  },
  {
    name: 'two clusters of one server',
    change: (p) => (pick(p.clusters, 'dev-eu-1').server = 'https://prod-us-1.meridian.example'),
    errors: [
      [
        'environments/prod/prod-us-1.ts#/server:3:1: duplicate-server: Cluster `prod-us-1` has the same server as cluster/dev-eu-1 (environments/dev/dev-eu-1.ts:2:1): https://prod-us-1.meridian.example.',
        'Each cluster has an API server of its own.',
      ],
    ],
  },
  {
    name: "the hub's own server on another cluster",
    change: (p) => (pick(p.clusters, 'dev-eu-1').server = 'https://kubernetes.default.svc'),
    errors: [
      [
        "environments/dev/dev-eu-1.ts#/server:2:1: server-is-hub: Cluster `dev-eu-1` has server https://kubernetes.default.svc, which is its hub's own.",
        'Give the URL under which the hub reaches this cluster.',
      ],
    ],
  },
  {
    name: 'overlapping blocks of two clusters',
    change: (p) => p.clusters.push(cluster('dev-eu-2', 'dev', { network: { cidrs: { pods: '10.6.0.0/16' } } })),
    errors: [
      [
        'environments/dev/dev-eu-2.ts#/network/cidrs/pods:4:1: cidr-overlap: 10.6.0.0/16 (pods of cluster dev-eu-2) overlaps 10.4.0.0/14 (pods of cluster dev-eu-1) in environment `dev`.',
        'Give each cluster and kind a block of its own, outside what the environment reserves.',
      ],
    ],
  },
  {
    name: 'block inside what the environment reserves',
    change: (p) => (pick(p.environments, 'dev').network = { reserved: ['10.8.0.0/13'] }),
    errors: [
      [
        'environments/dev/dev-eu-1.ts#/network/cidrs/services:2:1: cidr-overlap: 10.8.0.0/20 (services of cluster dev-eu-1) overlaps 10.8.0.0/13 (reserved in environment dev) in environment `dev`.',
        'Give each cluster and kind a block of its own, outside what the environment reserves.',
      ],
    ],
  },
  {
    name: 'no block at all',
    change: (p) => (pick(p.clusters, 'dev-eu-1').network = { cidrs: { pods: '10.4.0.0/33' } }),
    errors: [
      [
        'environments/dev/dev-eu-1.ts#/network/cidrs/pods:2:1: invalid-cidr: `10.4.0.0/33` (pods of cluster dev-eu-1) is not a block of addresses.',
        'Write an address, a slash and the length of the prefix: `10.8.0.0/14` or `fd00:8::/48`.',
      ],
    ],
  },
  {
    name: 'reserved name of a component',
    change: (p) => p.components.push(component('delivery')),
    errors: [
      [
        'platform/delivery/component.ts#/name:4:1: reserved-name: A component may not be called `delivery`.',
        "`platform`, `baseline`, `delivery`, `root` are names of Keelson's own units.",
      ],
    ],
  },
  {
    name: 'unknown component included',
    change: (p) => (pick(p.clusters, 'dev-eu-1').components = { include: ['argocd'] }),
    errors: [
      [
        'environments/dev/dev-eu-1.ts#/components/include/0:2:1: unknown-component: Cluster `dev-eu-1` includes component `argocd`, which is not declared.',
        'Did you mean `argo-cd`? Known: `argo-cd`, `cert-manager`, `ingress`. A component is declared in `platform/<name>/component.ts`.',
      ],
    ],
  },
  {
    name: 'component included and excluded',
    change: (p) => (pick(p.clusters, 'dev-eu-1').components = { include: ['argo-cd'], exclude: ['argo-cd'] }),
    errors: [
      [
        'environments/dev/dev-eu-1.ts#/components/exclude/0:2:1: included-and-excluded: Cluster `dev-eu-1` both includes and excludes component `argo-cd`.',
        'Remove it from one of the two lists.',
      ],
    ],
  },
  {
    name: 'missing provider after an exclusion',
    change: (p) => (pick(p.clusters, 'dev-eu-1').components = { exclude: ['cert-manager'] }),
    errors: [
      [
        'platform/apps/service.ts#/requires/1:1:1: capability-missing: App kind `service` requires capability `certificates`, which nothing provides on cluster `dev-eu-1`.',
        "Place a component that provides it there, or name it in the cluster's `provides` if it comes from outside.",
      ],
      [
        'platform/ingress/component.ts#/requires/0:3:1: capability-missing: Component `ingress` requires capability `certificates`, which nothing provides on cluster `dev-eu-1`.',
        "Place a component that provides it there, or name it in the cluster's `provides` if it comes from outside.",
      ],
    ],
  },
  {
    name: 'misspelt capability',
    change: (p) =>
      p.components.push(component('dns', { requires: [{ capability: 'certificate' }], placement: { hubOnly: true } })),
    errors: [
      [
        'platform/dns/component.ts#/requires/0:4:1: capability-missing: Component `dns` requires capability `certificate`, which nothing provides on cluster `hub-eu-1`.',
        "Did you mean `certificates`? Known: `certificates`, `ingress`, `storage`. Place a component that provides it there, or name it in the cluster's `provides` if it comes from outside.",
      ],
    ],
  },
  {
    name: 'two providers on one cluster',
    change: (p) => p.components.push(component('traefik', { provides: ['ingress'], placement: { hubOnly: true } })),
    errors: [
      [
        'platform/traefik/component.ts#/provides/0:4:1: capability-provided-twice: Capability `ingress` is provided twice on cluster `hub-eu-1`: by component/ingress (platform/ingress/component.ts:3:1) and by component/traefik (platform/traefik/component.ts:4:1).',
        'Keep one: `components.exclude` of cluster/hub-eu-1 (environments/hub/hub-eu-1.ts:1:1) takes a component off the cluster.',
      ],
    ],
  },
  {
    name: 'provider beside one from outside',
    change: (p) => p.components.push(component('rook', { provides: ['storage'], outputs: () => ({ storage: {} }) })),
    errors: [
      [
        'platform/rook/component.ts#/provides/0:4:1: capability-provided-twice: Capability `storage` is provided twice on cluster `prod-us-1`: by cluster/prod-us-1 (environments/prod/prod-us-1.ts#/provides/storage:3:1) and by component/rook (platform/rook/component.ts:4:1).',
        'Keep one: `components.exclude` of cluster/prod-us-1 (environments/prod/prod-us-1.ts:3:1) takes a component off the cluster.',
      ],
    ],
  },
  {
    name: 'conflict with a component',
    change: (p) => p.components.push(component('traefik', { conflicts: ['ingress'], placement: { hubOnly: true } })),
    errors: [
      [
        'platform/traefik/component.ts#/conflicts/0:4:1: conflict: Component `traefik` conflicts with `ingress`, and both are on cluster `hub-eu-1`: the other is component/ingress (platform/ingress/component.ts:3:1).',
        'Take one of the two off the cluster with `components.exclude` of cluster/hub-eu-1 (environments/hub/hub-eu-1.ts:1:1).',
      ],
    ],
  },
  {
    name: 'cycle of capabilities',
    change: (p) =>
      p.components.push(
        component('a', { requires: [{ capability: 'b' }], provides: ['a'], placement: { hubOnly: true } }),
        component('b', { requires: [{ capability: 'a' }], provides: ['b'], placement: { hubOnly: true } }),
      ),
    errors: [
      [
        'platform/a/component.ts#/requires:4:1: capability-cycle: Components require each other in a circle: `a` requires `b` requires `a`.',
        'Nothing in the circle could be first: take one requirement out, or split a component.',
      ],
    ],
  },
  {
    name: 'outputs throws',
    change: (p) =>
      (pick(p.components, 'ingress').outputs = () => {
        throw new Error('no zone');
      }),
    errors: [
      [
        'platform/ingress/component.ts#/outputs:3:1: outputs-threw: `outputs` of component `ingress` threw on clusters `dev-eu-1`, `hub-eu-1`, `prod-us-1`: no zone',
        'It sees the facts of an environment and a cluster, and must give an object for each capability that the component provides.',
      ],
    ],
  },
  {
    name: 'outputs leaves a capability out',
    change: (p) => (pick(p.components, 'ingress').outputs = () => ({ ingres: {} })),
    errors: [
      [
        'platform/ingress/component.ts#/outputs:3:1: outputs-invalid: `outputs` of component `ingress` gives nothing for capability `ingress` on clusters `dev-eu-1`, `hub-eu-1`, `prod-us-1`.',
        'Return an object for each of `ingress` (`{}` when there is nothing to say), made of strings, finite numbers, booleans, null, lists and plain objects only.',
      ],
      [
        'platform/ingress/component.ts#/outputs:3:1: outputs-not-provided: `outputs` of component `ingress` speaks of capability `ingres`, which the component does not provide.',
        'Did you mean `ingress`? Known: `ingress`. Add it to `provides`, or leave it out.',
      ],
    ],
  },
  {
    name: 'outputs are not JSON',
    change: (p) =>
      (pick(p.components, 'ingress').outputs = () => ({ ingress: { since: new Date(0) as unknown as string } })),
    errors: [
      [
        'platform/ingress/component.ts#/outputs:3:1: outputs-invalid: `outputs` of component `ingress` gives a Date at `/since` for capability `ingress` on clusters `dev-eu-1`, `hub-eu-1`, `prod-us-1`.',
        'Return an object for each of `ingress` (`{}` when there is nothing to say), made of strings, finite numbers, booleans, null, lists and plain objects only.',
      ],
    ],
  },
  {
    name: 'charts throws',
    change: (p) =>
      (pick(p.components, 'cert-manager').charts = () => {
        throw new Error('boom');
      }),
    errors: [
      [
        'platform/cert-manager/component.ts#/charts:2:1: charts-threw: `charts` of component `cert-manager` threw on clusters `dev-eu-1`, `hub-eu-1`, `prod-us-1`: boom',
        'It sees the input of one unit, and must return a list of charts.',
      ],
    ],
  },
  {
    name: 'two charts',
    change: (p) =>
      p.components.push(
        component('two', {
          placement: { hubOnly: true },
          charts: () => [
            { repository: 'https://a.example', chart: 'a', version: '1.0.0' },
            { repository: 'https://b.example', chart: 'b', version: '1.0.0' },
          ],
        }),
      ),
    errors: [
      [
        'platform/two/component.ts#/charts:4:1: charts-invalid: `charts` of component `two` gives 2 charts on cluster `hub-eu-1`.',
        'Return a list of at most one chart; make the second chart a component of its own.',
      ],
    ],
  },
  {
    name: 'range of chart versions',
    change: (p) =>
      p.components.push(
        component('ranged', {
          placement: { hubOnly: true },
          charts: () => [{ repository: 'https://a.example', chart: 'a', version: '^1.0.0' }],
        }),
      ),
    errors: [
      [
        'platform/ranged/component.ts#/charts:4:1: chart-version-not-exact: The chart `a` of component `ranged` has version `^1.0.0`.',
        'Give one exact version such as `1.19.1`; ranges and tags are refused, because what they mean changes without a commit.',
      ],
    ],
  },
  {
    name: 'component of nothing',
    change: (p) => {
      const empty = component('empty', { placement: { hubOnly: true } });
      delete (empty as { build?: unknown }).build;
      p.components.push(empty);
    },
    errors: [
      [
        'platform/empty/component.ts:4:1: component-empty: Component `empty` has neither `build` nor a chart on cluster `hub-eu-1`.',
        'Give it a `build`, let `charts` return a chart, or take it off the cluster.',
      ],
    ],
  },
  {
    name: 'unknown successor',
    change: (p) => (pick(p.components, 'ingress').lifecycle = { stage: 'deprecated', replacedBy: 'gateway' }),
    errors: [
      [
        'platform/ingress/component.ts#/lifecycle/replacedBy:3:1: unknown-component: Component `ingress` is replaced by `gateway`, which is not declared.',
        'Known: `argo-cd`, `cert-manager`, `ingress`. A component is declared in `platform/<name>/component.ts`.',
      ],
    ],
  },
  {
    name: 'no baseline',
    change: (p) => p.baselines.splice(0),
    errors: [
      [
        'tenants/payments.ts:2:1: baseline-missing: Tenant `payments` is declared, but nothing says what a tenant gets.',
        'Declare a baseline in `platform/baseline.ts` with `defineBaseline`.',
      ],
    ],
  },
  {
    name: 'two baselines',
    change: (p) => p.baselines.push({ build, quotaClasses: {} }),
    errors: [
      [
        'platform/baseline.ts:2:1: second-baseline: The baseline of tenants is declared twice; the other one is baseline (platform/baseline.ts:1:1).',
        'Every tenant gets the same baseline: keep one, and let it look at its input.',
      ],
    ],
  },
  {
    name: 'unknown quota class of an environment',
    change: (p) => (pick(p.environments, 'dev').defaults = { quotaClass: 'smal' }),
    errors: [
      [
        'environments/dev/environment.ts#/defaults/quotaClass:1:1: unknown-quota-class: Environment `dev` gives tenants quota class `smal`, which the baseline does not have.',
        'Did you mean `small`? Known: `medium`, `small`. Quota classes are declared in baseline (platform/baseline.ts:1:1).',
      ],
    ],
  },
  {
    name: 'unknown quota class of a tenant',
    change: (p) => (pick(p.tenants, 'storefront').quota = { class: 'huge' }),
    errors: [
      [
        'tenants/storefront.ts#/quota/class:3:1: unknown-quota-class: Quota class `huge` of storefront is not in the baseline.',
        'Known: `medium`, `small`. Quota classes are declared in baseline (platform/baseline.ts:1:1).',
      ],
    ],
  },
  {
    name: 'unknown quota class in an override',
    change: (p) =>
      (pick(p.tenants, 'storefront').environments = [{ name: 'dev', overrides: { quota: { class: 'mediun' } } }]),
    errors: [
      [
        'tenants/storefront.ts#/environments/0/overrides/quota/class:3:1: unknown-quota-class: Quota class `mediun` of storefront is not in the baseline.',
        'Did you mean `medium`? Known: `medium`, `small`. Quota classes are declared in baseline (platform/baseline.ts:1:1).',
      ],
    ],
  },
  {
    name: 'namespaces throws',
    change: (p) =>
      Object.assign(p.baselines[0] ?? {}, {
        namespaces: () => {
          throw new Error('oops');
        },
      }),
    errors: [
      [
        'platform/baseline.ts#/namespaces:1:1: namespaces-threw: `namespaces` of the baseline threw for tenant `payments` in environment `dev`: oops',
        'It sees the names of a tenant and an environment, and must return a list of namespaces.',
      ],
    ],
  },
  {
    name: 'namespaces gives none',
    change: (p) =>
      Object.assign(p.baselines[0] ?? {}, {
        namespaces: ({ tenant: name, environment }: { tenant: string; environment: string }) =>
          name === 'payments' && environment === 'dev' ? [] : [`${name}-${environment}`],
      }),
    errors: [
      [
        'platform/baseline.ts#/namespaces:1:1: namespaces-invalid: `namespaces` of the baseline gives [] for tenant `payments` in environment `dev`.',
        "Return at least one namespace, each once; the first is where the tenant's apps live.",
      ],
    ],
  },
  {
    name: 'namespace that is no DNS label',
    change: (p) =>
      Object.assign(p.baselines[0] ?? {}, {
        namespaces: ({ tenant: name, environment }: { tenant: string; environment: string }) => [
          name === 'payments' && environment === 'dev' ? 'Payments_dev' : `${name}-${environment}`,
        ],
      }),
    errors: [
      [
        'tenants/payments.ts:2:1: namespaces-invalid: Namespace `Payments_dev` of tenant `payments` in environment `dev` has 12 characters and is no DNS label; it is made by payments (tenants/payments.ts:2:1) and baseline (platform/baseline.ts#/namespaces:1:1).',
        'A namespace has at most 63 lower-case letters, digits and dashes, with no dash at either end.',
      ],
    ],
  },
  {
    name: 'namespace that is too long',
    change: (p) => {
      p.environments.push({ name: 'preproduction-europe-west', tier: 'pre-prod' });
      p.tenants.push(
        tenant('a-tenant-name-of-exactly-forty-characters', {
          parent: 'root',
          environments: ['preproduction-europe-west'],
          owner: { team: 't' },
          contacts: { email: 'a@b.example' },
          costCentre: 'CC-1',
        }),
      );
    },
    errors: [
      [
        'tenants/a-tenant-name-of-exactly-forty-characters.ts:4:1: name-too-long: Namespace `a-tenant-name-of-exactly-forty-characters-preproduction-europe-west` of tenant `a-tenant-name-of-exactly-forty-characters` in environment `preproduction-europe-west` has 67 characters; it is made by a-tenant-name-of-exactly-forty-characters (tenants/a-tenant-name-of-exactly-forty-characters.ts:4:1) and the name of environment `preproduction-europe-west`.',
        'A namespace has at most 63 lower-case letters, digits and dashes, with no dash at either end.',
      ],
      [
        'tenants/a-tenant-name-of-exactly-forty-characters.ts#/name:4:1: name-too-long: Tenant `a-tenant-name-of-exactly-forty-characters` has 41 characters, 40 are allowed.',
        'Shorten it: namespaces, projects and groups derive from the name.',
      ],
    ],
  },
  {
    name: 'namespaces of two tenants clash',
    change: (p) => {
      p.environments.push({ name: 'dev-eu', tier: 'dev' }, { name: 'eu', tier: 'dev' });
      pick(p.tenants, 'commerce').environments = ['dev', 'prod', 'dev-eu', 'eu'];
      p.tenants.push(tenant('a', { environments: ['dev-eu'] }), tenant('a-dev', { environments: ['eu'] }));
    },
    errors: [
      [
        'tenants/a-dev.ts:5:1: namespace-clash: Namespace `a-dev-eu` is derived twice: by a (tenants/a.ts:4:1) in environment `dev-eu` and by a-dev (tenants/a-dev.ts:5:1) in environment `eu`.',
        'Rename one of the tenants or environments, or give the baseline a `namespaces` rule that tells them apart.',
      ],
    ],
  },
  {
    name: "namespace of a tenant is a component's",
    change: (p) => p.components.push(component('sink', { namespace: 'storefront-dev', placement: { hubOnly: true } })),
    errors: [
      [
        "tenants/storefront.ts:3:1: namespace-clash: Namespace `storefront-dev` of tenant `storefront` in environment `dev` is the platform's: component/sink (platform/sink/component.ts:4:1).",
        'Rename the tenant, or give the baseline a `namespaces` rule that keeps clear of it.',
      ],
    ],
  },
  {
    name: 'reserved names of tenants',
    change: (p) => p.tenants.push(tenant('platform'), tenant('kube-public'), tenant('ingress')),
    errors: [
      [
        'tenants/ingress.ts#/name:6:1: reserved-name: A tenant may not be called `ingress`.',
        'Taken are `argocd`, `baseline`, `default`, `delivery`, `platform`, `root`, all that starts with `kube-`, and the namespaces of components and of Argo CD.',
      ],
      [
        'tenants/kube-public.ts#/name:5:1: reserved-name: A tenant may not be called `kube-public`.',
        'Taken are `argocd`, `baseline`, `default`, `delivery`, `platform`, `root`, all that starts with `kube-`, and the namespaces of components and of Argo CD.',
      ],
      [
        'tenants/platform.ts#/name:4:1: reserved-name: A tenant may not be called `platform`.',
        'Taken are `argocd`, `baseline`, `default`, `delivery`, `platform`, `root`, all that starts with `kube-`, and the namespaces of components and of Argo CD.',
      ],
    ],
  },
  {
    name: 'unknown parent',
    change: (p) => (pick(p.tenants, 'payments').parent = 'comerce'),
    errors: [
      [
        'tenants/payments.ts#/parent:2:1: unknown-parent: Parent `comerce` of tenant `payments` is not declared.',
        'Did you mean `commerce`? Known: `commerce`, `root`. A parent is a tenant of type `org-unit`, or `root`.',
      ],
    ],
  },
  {
    name: 'parent is no organisation unit',
    change: (p) =>
      Object.assign(pick(p.tenants, 'payments'), {
        parent: 'storefront',
        contacts: { email: 'p@meridian.example' },
        costCentre: 'CC-1',
        owner: { team: 'p' },
      }),
    errors: [
      [
        'tenants/payments.ts#/parent:2:1: parent-not-org-unit: Parent `storefront` of tenant `payments` is a tenant of type `application`.',
        'Known: `commerce`, `root`. A parent is a tenant of type `org-unit`, or `root`.',
      ],
    ],
  },
  {
    name: 'parents in a circle',
    change: (p) => {
      pick(p.tenants, 'commerce').parent = 'retail';
      p.tenants.push({ name: 'retail', type: 'org-unit', parent: 'commerce' });
    },
    errors: [
      [
        "tenants/commerce.ts#/parent:1:1: parent-cycle: Organisation units are each other's parents: `commerce` below `retail` below `commerce`.",
        'Give one of them the parent `root`.',
      ],
    ],
  },
  {
    name: 'organisation units too deep',
    change: (p) => {
      pick(p.tenants, 'commerce').parent = 'l4';
      for (const n of [4, 3, 2, 1])
        p.tenants.push({ name: `l${n}`, type: 'org-unit', parent: n === 1 ? 'root' : `l${n - 1}` });
      p.tenants = p.tenants.filter(({ name }) => name !== 'storefront');
      p.apps = [];
      delete (pick(p.tenants, 'payments') as { network?: unknown }).network;
    },
    errors: [
      [
        'tenants/payments.ts#/parent:2:1: parent-too-deep: Tenant `payments` has more than 4 organisation units above it: `commerce`, `l4`, `l3`, `l2`, `l1`.',
        'Give it a parent nearer to the root: 4 levels are allowed.',
      ],
    ],
  },
  {
    name: 'organisation unit with access',
    change: (p) => (pick(p.tenants, 'commerce').access = { admin: { groups: ['x'] } }),
    errors: [
      [
        'tenants/commerce.ts#/access:1:1: org-unit-field: Organisation unit `commerce` has `access`, but nothing of an organisation unit is placed on a cluster.',
        'Move the field to the tenants below it. They inherit owner, contacts, cost centre, data classification, criticality, environments, labels and quota class.',
      ],
    ],
  },
  {
    name: 'required fields missing everywhere',
    change: (p) => p.tenants.push({ name: 'bare' }),
    errors: [
      [
        'tenants/bare.ts:4:1: field-missing: Tenant `bare` has no `contacts.email` (an e-mail address for questions about the tenant).',
        'Give it here, or in an organisation unit that the tenant names as `parent`.',
      ],
      [
        'tenants/bare.ts:4:1: field-missing: Tenant `bare` has no `costCentre` (who pays).',
        'Give it here, or in an organisation unit that the tenant names as `parent`.',
      ],
      [
        'tenants/bare.ts:4:1: field-missing: Tenant `bare` has no `environments` (where it is placed).',
        'Give it here, or in an organisation unit that the tenant names as `parent`.',
      ],
      [
        'tenants/bare.ts:4:1: field-missing: Tenant `bare` has no `owner.team` (the team that answers for it).',
        'Give it here, or in an organisation unit that the tenant names as `parent`.',
      ],
      [
        'tenants/bare.ts#/access:4:1: field-missing: Tenant `bare` has no `access.admin.groups`.',
        'Name at least one group; access is never inherited from an organisation unit.',
      ],
    ],
  },
  {
    name: 'no groups for production',
    change: (p) => (pick(p.tenants, 'storefront').access = { admin: { groups: ['x'] } }),
    errors: [
      [
        'tenants/storefront.ts#/access:3:1: field-missing: Tenant `storefront` is placed in environment `prod` of tier `prod`, but has no `access.prod.admin.groups` and no `access.prod.readOnly.groups`.',
        'Name at least one group: in production only the groups of `access.prod` are bound.',
      ],
    ],
  },
  {
    name: 'sandbox without end and in production',
    change: (p) => (pick(p.tenants, 'storefront').type = 'sandbox'),
    errors: [
      [
        'tenants/storefront.ts:3:1: field-missing: Sandbox `storefront` has no `expiresAt`.',
        'Give the day on which it may be removed, `YYYY-MM-DD`.',
      ],
      [
        'tenants/storefront.ts#/environments:3:1: sandbox-in-prod: Sandbox `storefront` is placed in environment `prod` of tier `prod`.',
        'Leave the environment out, or give the tenant another type.',
      ],
    ],
  },
  {
    name: 'environment beyond the organisation unit',
    change: (p) => {
      p.environments.push({ name: 'test', tier: 'ci' });
      pick(p.tenants, 'storefront').environments = ['dev', 'test'];
    },
    errors: [
      [
        'tenants/storefront.ts#/environments/1:3:1: environment-not-allowed: Tenant `storefront` names environment `test`, which its organisation unit commerce (tenants/commerce.ts:1:1) does not have.',
        'Allowed are `dev`, `prod`; add it to the organisation unit, or leave it out.',
      ],
    ],
  },
  {
    name: 'environment without tenants',
    change: (p) => {
      pick(p.tenants, 'storefront').environments = ['dev', 'hub'];
    },
    errors: [
      [
        'tenants/storefront.ts#/environments/1:3:1: environment-not-tenanted: Tenant `storefront` names environment `hub`, which takes no tenants.',
        'Known: `dev`, `prod`. It is of tier `management`; `tenanted: true` in environment/hub (environments/hub/environment.ts:3:1) would open it.',
      ],
    ],
  },
  {
    name: 'unknown environment of a tenant',
    change: (p) => (pick(p.tenants, 'storefront').environments = ['dev', 'prd']),
    errors: [
      [
        'tenants/storefront.ts#/environments/1:3:1: unknown-environment: Tenant `storefront` names environment `prd`, which is not declared.',
        'Did you mean `prod`? Known: `dev`, `prod`. An environment is declared in `environments/<name>/environment.ts`.',
      ],
    ],
  },
  {
    name: 'environment named twice',
    change: (p) => (pick(p.tenants, 'storefront').environments = ['dev', 'dev']),
    errors: [
      [
        'tenants/storefront.ts#/environments/1:3:1: duplicate-environment: Tenant `storefront` names environment `dev` twice.',
        'Remove one of the two.',
      ],
    ],
  },
  {
    name: 'selector that no cluster meets',
    change: (p) => (pick(p.tenants, 'storefront').placement = { clusterSelector: { matchLabels: { purpose: 'gpu' } } }),
    errors: [
      [
        'tenants/storefront.ts#/placement/clusterSelector:3:1: no-cluster: Tenant `storefront` is placed on no cluster of environment `dev`: none has purpose=gpu.',
        'Its clusters are `dev-eu-1` (purpose=general). Change the selector, or leave the environment out.',
      ],
      [
        'tenants/storefront.ts#/placement/clusterSelector:3:1: no-cluster: Tenant `storefront` is placed on no cluster of environment `prod`: none has purpose=gpu.',
        'Its clusters are `prod-us-1` (purpose=general). Change the selector, or leave the environment out.',
      ],
    ],
  },
  {
    name: 'unknown network peer',
    change: (p) => (pick(p.tenants, 'storefront').network = { egressTo: [{ tenant: 'payment' }, {}] }),
    errors: [
      [
        'tenants/storefront.ts#/network/egressTo/0:3:1: unknown-tenant: Tenant `storefront` names network peer `payment`, which is not declared.',
        'Did you mean `payments`? Known: `payments`. A peer is another tenant.',
      ],
      [
        'tenants/storefront.ts#/network/egressTo/1:3:1: peer-invalid: A network peer of tenant `storefront` names neither a tenant nor a CIDR.',
        'Give exactly one of `tenant` and `cidr`.',
      ],
    ],
  },
  {
    name: 'network peer in no common environment',
    change: (p) => (pick(p.tenants, 'storefront').environments = []),
    errors: [
      [
        'tenants/payments.ts#/network/ingressFrom/0:2:1: peer-elsewhere: Tenant `payments` names network peer `storefront`, but the two share no environment: storefront (tenants/storefront.ts:3:1) is in none.',
        'Place the peer in one of `dev`, `prod`, or remove it here.',
      ],
      [
        'tenants/storefront/docs.ts#/environments/0:2:1: environment-not-allowed: App `storefront/docs` names environment `dev`, in which tenant `storefront` is not placed.',
        "There is none yet. Add it to the tenant's `environments`, or leave it out.",
      ],
      [
        'tenants/storefront/maps.ts#/environments/0:1:1: environment-not-allowed: App `storefront/maps` names environment `dev`, in which tenant `storefront` is not placed.',
        "There is none yet. Add it to the tenant's `environments`, or leave it out.",
      ],
    ],
  },
  {
    name: 'host of two tenants',
    change: (p) => (pick(p.tenants, 'storefront').domains = [{ host: 'Pay.meridian.example', environments: ['qa'] }]),
    errors: [
      [
        'tenants/storefront.ts#/domains/0/environments/0:3:1: environment-not-allowed: Host `pay.meridian.example` names environment `qa`, in which tenant `storefront` is not placed.',
        "Known: `dev`, `prod`. Add it to the tenant's `environments`, or leave it out.",
      ],
      [
        'tenants/storefront.ts#/domains/0/host:3:1: duplicate-host: Host `pay.meridian.example` of tenant `storefront` is declared twice; the other one is payments (tenants/payments.ts#/domains/0/host:2:1).',
        'A host belongs to one tenant and is listed once; its `environments` say where it is served.',
      ],
    ],
  },
  {
    name: 'hosts in the domains of others',
    change: (p) => {
      pick(p.environments, 'prod').domains = { ingress: 'meridian.example' };
      pick(p.environments, 'dev').domains = { ingress: 'dev.meridian.example' };
      pick(p.tenants, 'storefront').domains = [
        { host: 'a.storefront.meridian.example' },
        { host: 'payments.elsewhere.example' },
        { host: 'shop.meridian.example' },
        { host: 'dev.meridian.example' },
        { host: 'x.payments.meridian.example' },
        { host: 'payments.dev.meridian.example' },
      ];
    },
    errors: [
      [
        'tenants/storefront.ts#/domains/3/host:3:1: host-of-another: Host `dev.meridian.example` of tenant `storefront` is in the domain of environment/dev (environments/dev/environment.ts:1:1).',
        'A tenant has `<tenant>.<domain>` in the domain of an environment; choose a host outside those of others.',
      ],
      [
        'tenants/storefront.ts#/domains/4/host:3:1: host-of-another: Host `x.payments.meridian.example` of tenant `storefront` is in the domain of payments (tenants/payments.ts:2:1).',
        'A tenant has `<tenant>.<domain>` in the domain of an environment; choose a host outside those of others.',
      ],
      [
        'tenants/storefront.ts#/domains/5/host:3:1: host-of-another: Host `payments.dev.meridian.example` of tenant `storefront` is in the domain of payments (tenants/payments.ts:2:1).',
        'A tenant has `<tenant>.<domain>` in the domain of an environment; choose a host outside those of others.',
      ],
    ],
  },
  {
    name: 'a tenant that is called like the domain of an environment',
    change: (p) => {
      pick(p.environments, 'prod').domains = { ingress: 'example' };
      pick(p.environments, 'dev').domains = { ingress: 'storefront.example' };
    },
    errors: [
      [
        'tenants/storefront.ts#/name:3:1: reserved-name: Tenant `storefront` would have `storefront.example`, the domain of environment/dev (environments/dev/environment.ts:1:1).',
        'Rename the tenant: a tenant has `<tenant>.<domain>` in the domain of an environment.',
      ],
    ],
  },
  {
    name: 'an organisation unit with what only tenants have',
    change: (p) => {
      pick(p.tenants, 'commerce').podSecurity = 'restricted';
    },
    errors: [
      [
        'tenants/commerce.ts#/podSecurity:1:1: org-unit-field: Organisation unit `commerce` has `podSecurity`, but nothing of an organisation unit is placed on a cluster.',
        'Move the field to the tenants below it. They inherit owner, contacts, cost centre, data classification, criticality, environments, labels and quota class.',
      ],
    ],
  },
  {
    name: 'a Pod Security level below that of the environment',
    change: (p) => {
      pick(p.environments, 'prod').defaults = { podSecurity: 'baseline' };
      pick(p.tenants, 'storefront').podSecurity = 'baseline';
      pick(p.environments, 'dev').defaults = { podSecurity: 'restricted' };
    },
    errors: [
      [
        'tenants/storefront.ts#/podSecurity:3:1: pod-security-too-weak: Tenant `storefront` asks for Pod Security level `baseline`, but environment `dev` wants `restricted` at least.',
        'A tenant may only be stricter; the level of all tenants is `defaults.podSecurity` in environment/dev (environments/dev/environment.ts:1:1).',
      ],
    ],
  },
  ...['https://github.com/meridian/platform-config', 'git@github.com:Meridian/platform-config.git/'].map(
    (repository): Case => ({
      name: `an app from the repository of the platform: ${repository}`,
      change: (p) =>
        p.apps.push({
          name: 'sneaky',
          tenant: 'storefront',
          origin: { git: { repository, path: 'dist/prod/hub-eu-1/platform/delivery', revision: 'main' } },
        }),
      errors: [
        [
          `tenants/storefront/sneaky.ts#/origin/git/repository:3:1: origin-is-platform-repository: App \`storefront/sneaky\` comes from \`${repository}\`, the repository of the platform itself: cluster/hub-eu-1 (environments/hub/hub-eu-1.ts:1:1).`,
          'Keep its manifests in a repository of the tenant, or declare it with an `image` and a `kind`.',
        ],
      ],
    }),
  ),
  {
    name: 'extensions that are not JSON',
    change: (p) => (pick(p.tenants, 'storefront').extensions = { hook: build as unknown as string }),
    errors: [
      [
        'tenants/storefront.ts#/extensions/hook:3:1: not-json: `/extensions/hook` of storefront holds a function, which is not JSON.',
        'Use strings, finite numbers, booleans, null, lists and plain objects only.',
      ],
    ],
  },
  {
    name: 'two apps of one name',
    change: (p) =>
      p.apps.push({
        name: 'checkout',
        tenant: 'payments',
        kind: 'service',
        origin: { image: 'ghcr.io/x' },
        spec: { port: 1 },
      }),
    errors: [
      [
        'tenants/payments/checkout.ts#/name:3:1: duplicate-name: App `payments/checkout` is declared twice; the other one is payments/checkout (tenants/payments.ts:10:1).',
        'Rename or remove one of the two.',
      ],
    ],
  },
  {
    name: 'app of an unknown tenant',
    change: (p) =>
      p.apps.push({ name: 'x', tenant: 'payment', kind: 'service', origin: { image: 'ghcr.io/x' }, spec: { port: 1 } }),
    errors: [
      [
        'tenants/payment/x.ts#/tenant:3:1: unknown-tenant: App `x` belongs to tenant `payment`, which is not declared.',
        'Did you mean `payments`? Known: `payments`, `storefront`. A tenant is declared in `tenants/<name>.ts`.',
      ],
    ],
  },
  {
    name: 'unknown kind of app',
    change: (p) => p.apps.push({ name: 'x', tenant: 'payments', kind: 'servce', origin: { image: 'ghcr.io/x' } }),
    errors: [
      [
        'tenants/payments/x.ts#/kind:3:1: unknown-app-kind: App `payments/x` is of kind `servce`, which is not declared.',
        'Did you mean `service`? Known: `service`. A kind is declared in `platform/apps/<kind>.ts`.',
      ],
    ],
  },
  {
    name: 'image without kind',
    change: (p) => p.apps.push({ name: 'x', tenant: 'payments', origin: { image: 'ghcr.io/x' } }),
    errors: [
      [
        'tenants/payments/x.ts:3:1: app-kind-missing: App `payments/x` runs an image, but has no `kind`.',
        'Known: `service`. A kind is declared in `platform/apps/<kind>.ts`.',
      ],
    ],
  },
  {
    name: 'kind for a chart',
    change: (p) =>
      p.apps.push({
        name: 'x',
        tenant: 'payments',
        kind: 'service',
        origin: { chart: { repository: 'https://a.example', chart: 'a', version: '1.x' } },
      }),
    errors: [
      [
        'tenants/payments/x.ts#/kind:3:1: app-kind-refused: App `payments/x` has `kind`, but it comes from a chart.',
        'A kind and its spec make objects of an image; remove the field, or give the app an `origin` with an `image`.',
      ],
      [
        'tenants/payments/x.ts#/origin/chart:3:1: chart-version-not-exact: The chart `a` of app `payments/x` has version `1.x`.',
        'Give one exact version such as `1.19.1`; ranges and tags are refused, because what they mean changes without a commit.',
      ],
    ],
  },
  {
    name: 'reserved name of an app',
    change: (p) =>
      p.apps.push({
        name: 'baseline',
        tenant: 'payments',
        kind: 'service',
        origin: { image: 'ghcr.io/x' },
        spec: { port: 1 },
      }),
    errors: [
      [
        'tenants/payments/baseline.ts#/name:3:1: reserved-name: An app may not be called `baseline`.',
        "`platform`, `baseline`, `delivery`, `root` are names of Keelson's own units.",
      ],
    ],
  },
  {
    name: 'app in an environment without its tenant',
    change: (p) =>
      p.apps.push({
        name: 'x',
        tenant: 'payments',
        kind: 'service',
        origin: { image: 'ghcr.io/x' },
        spec: { port: 1 },
        environments: ['prd'],
      }),
    errors: [
      [
        'tenants/payments/x.ts#/environments/0:3:1: environment-not-allowed: App `payments/x` names environment `prd`, in which tenant `payments` is not placed.',
        "Did you mean `prod`? Known: `dev`, `prod`. Add it to the tenant's `environments`, or leave it out.",
      ],
    ],
  },
  {
    name: 'spec refused by the kind, once in the app, once in an environment',
    change: (p) =>
      p.apps.push({
        name: 'x',
        tenant: 'payments',
        kind: 'service',
        origin: { image: 'ghcr.io/x' },
        spec: { prt: 80 },
        environments: ['dev', { name: 'prod', spec: { port: '80', colour: 'red' } }],
      }),
    errors: [
      [
        'tenants/payments/x.ts#/environments/1/spec/colour:3:1: app-spec-invalid: `spec/colour` of app `payments/x`: unknown key',
        'The fields are those of kind `service`, platform/apps/service.ts.',
      ],
      [
        'tenants/payments/x.ts#/environments/1/spec/port:3:1: app-spec-invalid: `spec/port` of app `payments/x`: a number is required',
        'The fields are those of kind `service`, platform/apps/service.ts.',
      ],
      [
        'tenants/payments/x.ts#/spec/port:3:1: app-spec-invalid: `spec/port` of app `payments/x`: a number is required',
        'The fields are those of kind `service`, platform/apps/service.ts.',
      ],
      [
        'tenants/payments/x.ts#/spec/prt:3:1: app-spec-invalid: `spec/prt` of app `payments/x`: unknown key',
        'The fields are those of kind `service`, platform/apps/service.ts.',
      ],
    ],
  },
  {
    name: 'kind that throws',
    change: (p) =>
      (pick(p.appKinds, 'service').parse = () => {
        throw new Error('bad schema');
      }),
    errors: [
      [
        'platform/apps/service.ts:1:1: app-kind-failed: Kind `service` failed to read the spec of `payments/checkout` in environment `dev`: bad schema',
        "A kind's schema must say what is wrong with a spec, and give JSON for a good one.",
      ],
    ],
  },
  {
    name: 'kind that requires what is not there',
    change: (p) => (pick(p.appKinds, 'service').requires = [{ capability: 'queues' }]),
    errors: [
      [
        'platform/apps/service.ts#/requires/0:1:1: capability-missing: App kind `service` requires capability `queues`, which nothing provides on clusters `dev-eu-1`, `prod-us-1`.',
        "Known: `certificates`, `ingress`, `storage`. Place a component that provides it there, or name it in the cluster's `provides` if it comes from outside.",
      ],
    ],
  },
  {
    name: 'Helm release name that is too long',
    change: (p) =>
      p.apps.push({
        name: 'a'.repeat(54),
        tenant: 'payments',
        origin: { chart: { repository: 'https://a.example', chart: 'a', version: '1.0.0' } },
        environments: ['dev'],
      }),
    errors: [
      [
        'tenants/payments/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.ts:3:1: name-too-long: Helm release `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa` has 54 characters, 53 are allowed; it is made by payments/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (tenants/payments/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.ts:3:1).',
        'Shorten one of the names that it is made of.',
      ],
    ],
  },
  {
    name: 'image of an unknown app',
    change: (p) => p.images.push({ environment: 'dev', tenant: 'payments', images: { chekout: 'ghcr.io/x@sha256:0' } }),
    errors: [
      [
        'environments/dev/images/payments.yaml#/images/chekout:1:1: unknown-app: An image is set for app `payments/chekout`, which is not declared.',
        'Did you mean `checkout`? Known: `checkout`. Apps are declared by `payments`, in its `apps` or with `defineApp`.',
      ],
    ],
  },
  {
    name: 'image of an app of another origin',
    change: (p) => p.images.push({ environment: 'dev', tenant: 'storefront', images: { maps: 'ghcr.io/x@sha256:0' } }),
    errors: [
      [
        'environments/dev/images/storefront.yaml#/images/maps:1:1: image-not-used: An image is set for app `storefront/maps`, whose origin is no image: storefront/maps (tenants/storefront/maps.ts:1:1).',
        'Remove the entry; what a chart or a repository runs is set in its values or files.',
      ],
    ],
  },
  {
    name: 'images of an unknown tenant and environment',
    change: (p) =>
      p.images.push(
        { environment: 'dev', tenant: 'payment', images: {} },
        { environment: 'prd', tenant: 'payments', images: {} },
      ),
    errors: [
      [
        'environments/dev/images/payment.yaml:1:1: unknown-tenant: Images are set for tenant `payment`, which is not declared.',
        'Did you mean `payments`? Known: `commerce`, `payments`, `storefront`. The file is named after a tenant.',
      ],
      [
        'environments/prd/images/payments.yaml:1:1: unknown-environment: Images are set for environment `prd`, which is not declared.',
        'Did you mean `prod`? Known: `dev`, `hub`, `prod`. The file belongs into the folder of an environment.',
      ],
    ],
  },
  {
    name: 'pins that are not available',
    change: (p) =>
      p.releases.push({
        environment: 'dev',
        platform: 'a'.repeat(40),
        tenants: { payments: 'b'.repeat(40) },
        clusters: { 'dev-eu-1': { platform: 'c'.repeat(40) } },
      }),
    errors: [
      [
        'environments/dev/release.yaml#/clusters/dev-eu-1/platform:1:1: pin-not-available: The pin of cluster `dev-eu-1` in environment `dev` is `cccccccccccccccccccccccccccccccccccccccc`, and pinning is not available yet.',
        'Write `head`: everything follows the branch for now.',
      ],
      [
        'environments/dev/release.yaml#/platform:1:1: pin-not-available: The pin of the platform in environment `dev` is `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`, and pinning is not available yet.',
        'Write `head`: everything follows the branch for now.',
      ],
      [
        'environments/dev/release.yaml#/tenants/payments:1:1: pin-not-available: The pin of tenant `payments` in environment `dev` is `bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb`, and pinning is not available yet.',
        'Write `head`: everything follows the branch for now.',
      ],
    ],
  },
  {
    name: 'unknown names in a release',
    change: (p) =>
      p.releases.push({
        environment: 'dev',
        components: { 'cert-manger': 'head' },
        tenants: { storfront: 'head' },
        clusters: { 'prod-us-1': {} },
      }),
    errors: [
      [
        'environments/dev/release.yaml#/clusters/prod-us-1:1:1: unknown-cluster: The release of environment `dev` pins cluster `prod-us-1`, which is not declared in it.',
        'Known: `dev-eu-1`. Correct the name, or remove the pin.',
      ],
      [
        'environments/dev/release.yaml#/components/cert-manger:1:1: unknown-component: The release of environment `dev` pins component `cert-manger`, which is not declared.',
        'Did you mean `cert-manager`? Known: `argo-cd`, `cert-manager`, `ingress`. Correct the name, or remove the pin.',
      ],
      [
        'environments/dev/release.yaml#/tenants/storfront:1:1: unknown-tenant: The release of environment `dev` pins tenant `storfront`, which is not declared.',
        'Did you mean `storefront`? Known: `commerce`, `default`, `payments`, `storefront`. Correct the name, or remove the pin.',
      ],
    ],
  },
];

test("a refused call's own advice is kept when a user's function throws it", () => {
  const platform = meridian();
  pick(platform.components, 'ingress').outputs = () => {
    throw new UserError({
      code: 'not-deterministic',
      message: 'Date.now() is refused',
      hint: 'Take the date from a declaration.',
    });
  };
  const errors = resolveFleet(declare(platform)).errors;
  expect(errors.map(({ code, message, hint }) => ({ code, message, hint }))).toEqual([
    {
      code: 'outputs-threw',
      message:
        '`outputs` of component `ingress` threw on clusters `dev-eu-1`, `hub-eu-1`, `prod-us-1`: Date.now() is refused',
      hint: 'Take the date from a declaration.',
    },
  ]);
});

test('the platform of the tests is without errors', () => {
  expect(resolveFleet(declare(meridian())).errors).toEqual([]);
});

test.each(cases)('$name', ({ change, errors }) => {
  const platform = meridian();
  change(platform);
  const found = resolveFleet(declare(platform)).errors.map((error) => [
    `${error.location === undefined ? '' : formatLocation(error.location)}: ${error.code}: ${error.message}`,
    error.hint ?? '',
  ]);
  expect(found).toEqual(errors);
});

import type { Declared, JsonObject } from '#src/kernel/index.ts';
import type {
  AdmissionRuleDeclaration,
  AppDeclaration,
  AppKindDeclaration,
  BaselineDeclaration,
  ClusterDeclaration,
  ComponentDeclaration,
  Declaration,
  Declarations,
  EnvironmentDeclaration,
  ImagesDeclaration,
  OutsideDeclaration,
  PolicyDeclaration,
  ReleaseDeclaration,
  RuleDeclaration,
  TenantDeclaration,
  WaiverDeclaration,
} from '#src/model/index.ts';

/** What a test declares: plain values, turned into declarations by `declare`. */
export interface Platform {
  environments: EnvironmentDeclaration[];
  clusters: ClusterDeclaration[];
  components: ComponentDeclaration[];
  baselines: BaselineDeclaration[];
  appKinds: AppKindDeclaration[];
  tenants: TenantDeclaration[];
  apps: AppDeclaration[];
  releases: ReleaseDeclaration[];
  images: ImagesDeclaration[];
  rules?: RuleDeclaration[];
  admissionRules?: AdmissionRuleDeclaration[];
  waivers?: WaiverDeclaration[];
  outside?: OutsideDeclaration[];
  policies?: PolicyDeclaration[];
}

/** A declaration whose `at` shows the pointer behind the file name, so that a test sees which field is meant. */
function declaration<Value>(value: Value, symbol: string, file: string, line = 1): Declaration<Value> {
  const declared: Declared = { file, line, column: 1, symbol };
  return {
    value,
    declared,
    module: file,
    export: 'default',
    at: (pointer) => ({ ...declared, file: `${file}#${pointer}` }),
  };
}

function app(value: AppDeclaration, file: string, line: number): Declaration<AppDeclaration> {
  return declaration(value, `${value.tenant}/${value.name}`, file, line);
}

export function declare(platform: Platform): Declarations {
  return {
    environments: platform.environments.map((value, index) =>
      declaration(value, `environment/${value.name}`, `environments/${value.name}/environment.ts`, index + 1),
    ),
    clusters: platform.clusters.map((value, index) =>
      declaration(value, `cluster/${value.name}`, `environments/${value.environment}/${value.name}.ts`, index + 1),
    ),
    components: platform.components.map((value, index) =>
      declaration(value, `component/${value.name}`, `platform/${value.name}/component.ts`, index + 1),
    ),
    baselines: platform.baselines.map((value, index) =>
      declaration(value, 'baseline', 'platform/baseline.ts', index + 1),
    ),
    appKinds: platform.appKinds.map((value, index) =>
      declaration(value, `app-kind/${value.name}`, `platform/apps/${value.name}.ts`, index + 1),
    ),
    tenants: platform.tenants.map((value, index) =>
      declaration(value, value.name, `tenants/${value.name}.ts`, index + 1),
    ),
    apps: [
      ...platform.tenants.flatMap((tenant) =>
        (tenant.apps ?? []).map((value, index) =>
          app({ ...value, tenant: tenant.name }, `tenants/${tenant.name}.ts`, 10 + index),
        ),
      ),
      ...platform.apps.map((value, index) => app(value, `tenants/${value.tenant}/${value.name}.ts`, index + 1)),
    ],
    releases: platform.releases.map((value) =>
      declaration(value, `release/${value.environment}`, `environments/${value.environment}/release.yaml`),
    ),
    images: platform.images.map((value) =>
      declaration(
        value,
        `images/${value.environment}/${value.tenant}`,
        `environments/${value.environment}/images/${value.tenant}.yaml`,
      ),
    ),
    rules: (platform.rules ?? []).map((value, index) =>
      declaration(value, `rule/${value.id}`, 'platform/policy/rules.ts', index + 1),
    ),
    admissionRules: (platform.admissionRules ?? []).map((value, index) =>
      declaration(value, `admission-rule/${value.id}`, 'platform/policy/admission.ts', index + 1),
    ),
    waivers: (platform.waivers ?? []).map((value, index) =>
      declaration(value, `waiver/${value.rule}`, 'platform/policy/waivers.ts', index + 1),
    ),
    outside: (platform.outside ?? []).map((value, index) =>
      declaration(value, `outside/${value.name}`, 'platform/policy/outside.ts', index + 1),
    ),
    policies: (platform.policies ?? []).map((value, index) =>
      declaration(value, 'policy', 'platform/policy/policy.ts', index + 1),
    ),
  };
}

export const digest = `sha256:${'a'.repeat(64)}`;

export function build(): void {
  // The model never renders: that a component has objects is all it wants to know.
}

/** Refuses anything but `port` and `replicas`, as a schema would. */
function parseService(spec: JsonObject): ReturnType<AppKindDeclaration['parse']> {
  const issues = Object.keys(spec)
    .filter((key) => !['port', 'replicas', 'env'].includes(key))
    .map((key) => ({ pointer: `/${key}`, message: 'unknown key' }));
  if (typeof spec['port'] !== 'number') issues.push({ pointer: '/port', message: 'a number is required' });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { replicas: 1, ...spec } };
}

export function tenant(name: string, more: Partial<TenantDeclaration> = {}): TenantDeclaration {
  return {
    name,
    parent: 'commerce',
    environments: ['dev', 'prod'],
    access: {
      admin: { groups: [`${name}-admins`] },
      readOnly: { groups: [`${name}-viewers`] },
      prod: { admin: { groups: [`${name}-prod-admins`] } },
    },
    ...more,
  };
}

export function component(name: string, more: Partial<ComponentDeclaration> = {}): ComponentDeclaration {
  return {
    name,
    category: 'runtime',
    description: `${name} for tests`,
    owner: 'platform-team',
    lifecycle: { stage: 'ga' },
    build,
    ...more,
  };
}

export function cluster(name: string, environment: string, more: Partial<ClusterDeclaration> = {}): ClusterDeclaration {
  return {
    name,
    environment,
    hub: 'hub-eu-1',
    provider: { name: 'gcp', region: 'europe-west2' },
    kubernetes: '1.36',
    server: `https://${name}.meridian.example`,
    ...more,
  };
}

/** The invented company of the reference platform, small: one hub, two workload clusters, two organisation units. */
export function meridian(): Platform {
  return {
    environments: [
      { name: 'dev', tier: 'dev', domains: { ingress: 'dev.meridian.example' }, defaults: { quotaClass: 'small' } },
      { name: 'prod', tier: 'prod', domains: { ingress: 'meridian.example' } },
      { name: 'hub', tier: 'management' },
    ],
    clusters: [
      {
        name: 'hub-eu-1',
        environment: 'hub',
        hub: 'hub-eu-1',
        provider: { name: 'openstack' },
        kubernetes: '1.36',
        delivery: { repository: 'https://github.com/meridian/platform-config.git' },
      },
      cluster('dev-eu-1', 'dev', {
        labels: { purpose: 'general' },
        network: { cidrs: { nodes: '10.0.0.0/16', pods: '10.4.0.0/14', services: '10.8.0.0/20' } },
      }),
      cluster('prod-us-1', 'prod', {
        provider: { name: 'aws', region: 'us-east-1' },
        labels: { purpose: 'general' },
        provides: { storage: { class: 'gp3' } },
      }),
    ],
    components: [
      component('argo-cd', {
        namespace: 'argocd',
        placement: { hubOnly: true },
        crds: [{ group: 'argoproj.io', kind: 'Application' }],
      }),
      component('cert-manager', {
        provides: ['certificates'],
        outputs: ({ environment }) => ({ certificates: { issuer: `letsencrypt-${environment.name}` } }),
        charts: ({ environment }) => [
          {
            repository: 'https://charts.jetstack.io',
            chart: 'cert-manager',
            version: 'v1.19.1',
            values: { crds: { enabled: true }, replicaCount: environment.tier === 'prod' ? 3 : 1 },
          },
        ],
      }),
      component('ingress', {
        requires: [{ capability: 'certificates' }, { capability: 'storage', optional: true }],
        provides: ['ingress'],
        outputs: () => ({ ingress: { gateway: 'public' } }),
        ignoreDifferences: [{ kind: 'Gateway', jsonPointers: ['/status'] }],
        contribute: build,
      }),
    ],
    baselines: [
      {
        requires: [{ capability: 'ingress' }],
        quotaClasses: {
          small: { hard: { 'requests.cpu': '4', pods: '50' }, limits: { default: { memory: '512Mi' } } },
          medium: { hard: { 'requests.cpu': '16', pods: '200' } },
        },
        build,
      },
    ],
    appKinds: [
      {
        name: 'service',
        description: 'A service behind a route',
        requires: [{ capability: 'ingress' }, { capability: 'certificates' }],
        schema: undefined,
        parse: parseService,
        build,
      },
    ],
    tenants: [
      {
        name: 'commerce',
        type: 'org-unit',
        owner: { team: 'commerce' },
        contacts: { email: 'commerce@meridian.example', slack: '#commerce' },
        costCentre: 'CC-100',
        labels: { division: 'commerce' },
        environments: ['dev', 'prod'],
        quota: { class: 'medium' },
      },
      tenant('payments', {
        contacts: { slack: '#payments' },
        dataClassification: 'confidential',
        repositories: ['https://github.com/meridian/payments.git'],
        environments: [{ name: 'dev', overrides: { quota: { class: 'small', hard: { pods: '60' } } } }, 'prod'],
        domains: [{ host: 'pay.meridian.example', environments: ['prod'] }],
        network: { ingressFrom: [{ tenant: 'storefront', ports: [8443] }] },
        apps: [
          {
            name: 'checkout',
            kind: 'service',
            origin: { image: 'ghcr.io/meridian/checkout:1.4' },
            spec: { port: 8080, env: { LOG: 'info', REGION: 'eu' } },
            environments: ['dev', { name: 'prod', spec: { replicas: 3, env: { LOG: 'warn' } } }],
          },
        ],
      }),
      tenant('storefront', { displayName: 'Storefront' }),
    ],
    apps: [
      {
        name: 'maps',
        tenant: 'storefront',
        origin: {
          chart: {
            repository: 'https://charts.meridian.example',
            chart: 'maps',
            version: '2.0.1',
            values: { tiles: true },
          },
        },
        environments: ['dev'],
      },
      {
        name: 'docs',
        tenant: 'storefront',
        origin: { git: { repository: 'https://github.com/meridian/docs.git', path: 'deploy', revision: 'main' } },
        environments: ['dev'],
      },
    ],
    releases: [
      { environment: 'prod', platform: 'head', components: { ingress: 'head' }, tenants: { default: 'head' } },
    ],
    images: [{ environment: 'prod', tenant: 'payments', images: { checkout: `ghcr.io/meridian/checkout@${digest}` } }],
  };
}

import type { Facts } from '../facts.ts';

export interface Case {
  readonly what: string;
  readonly object: object;
  /** Part of the refusal; undefined: admitted. */
  readonly refused?: string;
}

interface Metadata {
  readonly name: string;
  /** The Application that Argo CD says delivered it; undefined: nobody. */
  readonly by?: string;
}

export function applicationCases(facts: Facts, repository: string, tenant: string): readonly Case[] {
  const { environment, spoke, hub } = facts;
  const by = `${environment}.${tenant}.delivery`;
  const own = `${environment}.${tenant}`;
  const app = (
    metadata: Metadata,
    spec: { project?: string; cluster?: string; path?: string; namespace?: string; repository?: string } = {},
  ): object => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: meta(metadata, 'Application'),
    spec: {
      project: spec.project ?? own,
      destination: { name: spec.cluster ?? spoke, namespace: spec.namespace ?? 'default' },
      source: {
        repoURL: spec.repository ?? repository,
        targetRevision: 'HEAD',
        path: spec.path ?? `dist/${environment}/${metadata.name.replaceAll('.', '/')}`,
      },
    },
  });
  const name = (unit: string, owner = tenant): string => `${spoke}.${owner}.${unit}`;
  const platform = `${environment}.platform`;
  const rootFolder = `dist/${facts.hubEnvironment}/${hub}/platform/root`;
  const onHub = { project: 'root', cluster: hub, namespace: 'argocd' };
  const deliveryFolder = { ...onHub, path: `dist/${environment}/${hub}/${tenant}/delivery` };
  return [
    { what: 'an app from its own folder', object: app({ name: name('x'), by }) },
    {
      what: 'the baseline in the platform project',
      object: app({ name: name('baseline'), by }, { project: platform }),
    },
    {
      what: 'a component',
      object: app({ name: name('x', 'platform'), by: `${platform}.delivery` }, { project: platform }),
    },
    { what: 'a delivery Application of the ApplicationSet', object: app({ name: by }, deliveryFolder) },
    { what: 'root', object: app({ name: 'root', by: 'root' }, { ...onHub, path: rootFolder }) },
    {
      what: 'an app in the platform project',
      object: app({ name: name('x'), by }, { project: platform }),
      refused: "uses its owner's project",
    },
    {
      what: 'a baseline from another folder',
      object: app(
        { name: name('baseline'), by },
        { project: platform, path: `dist/${environment}/${spoke}/${tenant}/x` },
      ),
      refused: "uses its owner's project",
    },
    {
      what: "another owner's name",
      object: app({ name: name('x', 'platform'), by }, { project: platform }),
      refused: 'delivery folder of its own owner',
    },
    {
      what: "another environment's project",
      object: app({ name: name('x'), by }, { project: `other.${tenant}` }),
      refused: 'delivery folder of its own owner',
    },
    {
      what: 'another cluster than its name says',
      object: app({ name: name('x'), by }, { cluster: hub }),
      refused: 'the cluster that its name begins with',
    },
    {
      what: "another unit's folder",
      object: app({ name: name('x'), by }, { path: `dist/${environment}/${spoke}/platform/x` }),
      refused: 'its own folder only',
    },
    {
      what: "another unit's folder, the repository spelt another way",
      object: app(
        { name: name('x'), by },
        {
          path: `dist/${environment}/${spoke}/platform/x`,
          repository: repository.endsWith('.git') ? repository.slice(0, -'.git'.length) : `${repository}.git`,
        },
      ),
      refused: 'its own folder only',
    },
    { what: 'a name of another form', object: app({ name: 'x', by }), refused: 'is named <cluster>.<owner>.<unit>' },
    {
      what: 'project default',
      object: app({ name: name('x') }, { project: 'default' }),
      refused: "uses its owner's project",
    },
    {
      what: 'a delivery Application out of a folder',
      object: app({ name: by, by }, deliveryFolder),
      refused: 'made by ApplicationSet delivery',
    },
    {
      what: 'root out of a folder',
      object: app({ name: 'root', by }, { ...onHub, path: rootFolder }),
      refused: 'root delivers the root folder',
    },
  ];
}

const keptFromTenants = [
  ...['LimitRange', 'ResourceQuota'].map((kind) => ({ group: '', kind })),
  ...['AppProject', 'Application', 'ApplicationSet'].map((kind) => ({ group: 'argoproj.io', kind })),
  ...['Challenge', 'Order'].map((kind) => ({ group: 'acme.cert-manager.io', kind })),
  ...['Certificate', 'CertificateRequest'].map((kind) => ({ group: 'cert-manager.io', kind })),
  ...['Gateway', 'ListenerSet'].map((kind) => ({ group: 'gateway.networking.k8s.io', kind })),
  { group: 'networking.k8s.io', kind: 'NetworkPolicy' },
  ...['Role', 'RoleBinding'].map((kind) => ({ group: 'rbac.authorization.k8s.io', kind })),
];

export function projectCases({ environment, spoke }: Facts, repository: string, tenant: string): readonly Case[] {
  const by = `${environment}.${tenant}.delivery`;
  const project = (metadata: Metadata, change: object = {}): object => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: meta(metadata, 'AppProject'),
    spec: {
      sourceRepos: [repository],
      destinations: [{ name: spoke, namespace: 'x' }],
      clusterResourceWhitelist: [],
      namespaceResourceBlacklist: keptFromTenants,
      ...change,
    },
  });
  const own = { name: `${environment}.${tenant}`, by };
  const everything = [{ group: '*', kind: '*' }];
  return [
    { what: "a tenant's own project", object: project(own) },
    {
      what: "Argo CD's default project",
      object: project({ name: 'default' }, { clusterResourceWhitelist: everything }),
    },
    {
      what: "another's project",
      object: project({ name: `${environment}.platform`, by }),
      refused: 'delivery folder of its own environment and owner',
    },
    {
      what: 'a project of another name',
      object: project({ name: 'x', by }),
      refused: 'is named <environment>.<owner>',
    },
    {
      what: 'cluster-scoped kinds',
      object: project(own, { clusterResourceWhitelist: everything }),
      refused: 'no cluster-scoped kind',
    },
    {
      what: 'a glob of namespaces',
      object: project(own, { destinations: [{ name: spoke, namespace: 'x-*' }] }),
      refused: 'namespaces exactly',
    },
    {
      what: "Argo CD's namespace",
      object: project(own, { destinations: [{ name: spoke, namespace: 'argocd' }] }),
      refused: 'namespaces exactly',
    },
    { what: 'a glob of repositories', object: project(own, { sourceRepos: ['*'] }), refused: 'repositories exactly' },
    {
      what: 'no kinds kept from it',
      object: project(own, { namespaceResourceBlacklist: [] }),
      refused: 'to the platform',
    },
    {
      what: 'a kept kind of the wrong group',
      object: project(own, {
        namespaceResourceBlacklist: keptFromTenants.map(({ kind }) => ({ group: 'example.com', kind })),
      }),
      refused: 'to the platform',
    },
  ];
}

export function setCases(): readonly Case[] {
  const object = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: meta({ name: 'x' }, 'ApplicationSet'),
    spec: { generators: [], template: { metadata: { name: 'x' }, spec: { project: 'root', destination: {} } } },
  };
  return [{ what: 'another ApplicationSet', object, refused: 'The only ApplicationSet' }];
}

function meta({ name, by }: Metadata, kind: string): object {
  const annotations =
    by === undefined ? {} : { 'argocd.argoproj.io/tracking-id': `${by}:argoproj.io/${kind}:argocd/${name}` };
  return { name, namespace: 'argocd', annotations };
}

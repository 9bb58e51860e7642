import { UserError, type JsonObject } from '../../kernel/index.ts';
import type { Cluster, Fleet, Unit } from '../../model/types.ts';

/** Shell commands, in order, each complete in itself; run from the repository's root. */
export interface BootstrapPart {
  readonly title: string;
  readonly commands: readonly string[];
  /** What the commands apply from their own text, not from `dist/`. */
  readonly manifests: readonly JsonObject[];
}

export interface BootstrapPlan {
  readonly hub: string;
  readonly parts: readonly BootstrapPart[];
}

/** The manager that Argo CD itself applies as. With another one, a field that is removed in git later would stay for ever. */
const apply = 'kubectl apply --server-side --force-conflicts --field-manager=argocd-controller';

/**
 * What takes an empty hub to the point where Argo CD delivers everything, Argo CD itself included. Throws a `UserError` when there
 * is no such hub.
 */
export function bootstrapPlan(fleet: Fleet, hub: string): BootstrapPlan {
  const cluster = fleet.clusters.find(({ name }) => name === hub);
  if (cluster === undefined || !cluster.isHub || cluster.delivery === undefined) throw noHub(fleet, hub);
  const root = fleet.units.find(({ ref }) => ref.kind === 'root' && ref.cluster === hub);
  if (root === undefined) throw new Error(`hub ${hub} has no root unit`);
  return { hub, parts: [argocdItself(fleet, cluster), everythingElse(cluster, root)] };
}

function noHub(fleet: Fleet, hub: string): UserError {
  const hubs = fleet.clusters.filter(({ isHub }) => isHub).map(({ name }) => name);
  const known = fleet.clusters.find(({ name }) => name === hub);
  return new UserError({
    code: 'unknown-hub',
    message:
      known === undefined
        ? `There is no cluster "${hub}".`
        : `Cluster "${hub}" is no hub: hub "${known.hub}" delivers it.`,
    hint:
      hubs.length === 0
        ? 'No hub is declared: a hub is a cluster whose `hub` is its own name.'
        : `Hubs: ${hubs.join(', ')}.`,
  });
}

/** The component that provides `delivery`, applied by hand once: its chart is rendered with the values that Argo CD uses later. */
function argocdItself(fleet: Fleet, hub: Cluster): BootstrapPart {
  const providers = new Set(
    fleet.components.filter(({ provides }) => provides.includes('delivery')).map(({ name }) => name),
  );
  const unit = fleet.units.find(
    ({ ref }) => ref.kind === 'component' && ref.cluster === hub.name && providers.has(ref.name),
  );
  const title = 'Argo CD itself';
  if (unit === undefined) {
    return {
      title: `${title}: no component on ${hub.name} provides \`delivery\`; install Argo CD 3.5 by your own means`,
      commands: [],
      manifests: [],
    };
  }
  const namespace = namespaceOf(hub);
  const chart = chartOf(fleet, hub, unit);
  return {
    title,
    commands: [
      ...namespaceCommand(hub),
      ...(unit.hasObjects
        ? [
            `find dist/${unit.ref.id} -name 'configmap.*.yaml' -print0 | xargs -0 -n 1 ${apply} --namespace ${namespace} -f`,
          ]
        : []),
      ...chart.map((command) => `${command} | ${apply} --namespace ${namespace} -f -`),
      `kubectl wait --for=condition=Established --timeout=2m crd/applications.argoproj.io crd/applicationsets.argoproj.io crd/appprojects.argoproj.io`,
      `kubectl rollout status --namespace ${namespace} --timeout=10m statefulset --selector app.kubernetes.io/component=application-controller`,
    ],
    manifests: [namespaceManifest(hub)],
  };
}

/** `helm template` with the exact chart and values of the unit's Application, or nothing when it has no chart. */
function chartOf(fleet: Fleet, hub: Cluster, unit: Unit): readonly string[] {
  const sources = fleet.units.flatMap(({ input }) =>
    'delivers' in input && input.hub.name === hub.name
      ? input.delivers
          .filter((delivered) => delivered.unit.id === unit.ref.id)
          .flatMap((delivered) => delivered.sources)
      : [],
  );
  return sources.flatMap((source) => {
    if (source.type !== 'chart') return [];
    const { repository, chart, version, releaseName } = source.chart;
    const oci = !/^https?:/.test(repository);
    return [
      [
        'helm template',
        releaseName ?? unit.ref.name,
        ...(oci ? [`oci://${repository}/${chart}`] : [chart, '--repo', repository]),
        '--version',
        version,
        '--namespace',
        namespaceOf(hub),
        '--include-crds',
        ...(source.valuesFile === undefined ? [] : ['--values', `dist/${source.valuesFile}`]),
      ].join(' '),
    ];
  });
}

function everythingElse(hub: Cluster, root: Unit): BootstrapPart {
  const namespace = namespaceOf(hub);
  const secret = `cluster-${hub.name}`;
  return {
    title: 'Everything else: the name of this cluster, and the root folder',
    commands: [
      ...namespaceCommand(hub),
      heredoc(apply, [
        'apiVersion: v1',
        'kind: Secret',
        'metadata:',
        `  name: ${secret}`,
        `  namespace: ${namespace}`,
        '  labels:',
        '    argocd.argoproj.io/secret-type: cluster',
        'stringData:',
        `  name: ${hub.name}`,
        `  server: ${inCluster}`,
        `  config: '${clusterConfig}'`,
      ]),
      `${apply} -f dist/${root.ref.id}`,
    ],
    manifests: [
      namespaceManifest(hub),
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: secret, namespace, labels: { 'argocd.argoproj.io/secret-type': 'cluster' } },
        stringData: { name: hub.name, server: inCluster, config: clusterConfig },
      },
    ],
  };
}

/** Argo CD's own cluster, whatever the hub's address is from outside; its service account is the credential. */
const inCluster = 'https://kubernetes.default.svc';
const clusterConfig = '{"tlsClientConfig":{"insecure":false}}';

function namespaceOf(hub: Cluster): string {
  return hub.delivery?.namespace ?? 'argocd';
}

function namespaceManifest(hub: Cluster): JsonObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespaceOf(hub) } };
}

/** Under kubectl's own name: as `argocd-controller` it would take the labels away that Argo CD gave a namespace that is there. */
function namespaceCommand(hub: Cluster): readonly string[] {
  const lines = ['apiVersion: v1', 'kind: Namespace', 'metadata:', `  name: ${namespaceOf(hub)}`];
  return [heredoc('kubectl apply --server-side', lines)];
}

function heredoc(command: string, lines: readonly string[]): string {
  return [`${command} -f - <<'EOF'`, ...lines, 'EOF'].join('\n');
}

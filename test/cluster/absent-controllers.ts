import type { Kube, KubeObject } from './kube.ts';
import { pause } from './shell.ts';

type Condition = Readonly<Record<string, string | number>>;

interface Writer {
  readonly resource: string;
  readonly kind: string;
  /** The status that its controller would write, or undefined when it is there already. */
  status(object: KubeObject): object | undefined;
}

const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

function condition(type: string, object: KubeObject): Condition {
  return {
    type,
    status: 'True',
    reason: type,
    message: 'Written by the cluster suite: this controller does not run here',
    lastTransitionTime: now(),
    observedGeneration: object.metadata.generation ?? 1,
  };
}

function conditionsOf(
  object: KubeObject,
): readonly { readonly type: string; readonly status: string; readonly reason?: string }[] {
  return (object.status?.['conditions'] ?? []) as readonly { readonly type: string; readonly status: string }[];
}

function holds(object: KubeObject, types: readonly string[]): boolean {
  return types.every((type) => conditionsOf(object).some((known) => known.type === type && known.status === 'True'));
}

function ready(resource: string, kind: string, types: readonly string[] = ['Ready']): Writer {
  return {
    resource,
    kind,
    status: (object) =>
      holds(object, types) ? undefined : { conditions: types.map((type) => condition(type, object)) },
  };
}

/** Every kind whose status the suite writes, and no other: their controllers are charts that do not run here. */
const writers: readonly Writer[] = [
  ready('clusterissuers.cert-manager.io', 'ClusterIssuer'),
  ready('issuers.cert-manager.io', 'Issuer'),
  ready('certificates.cert-manager.io', 'Certificate'),
  ready('gatewayclasses.gateway.networking.k8s.io', 'GatewayClass', ['Accepted']),
  ready('gateways.gateway.networking.k8s.io', 'Gateway', ['Accepted', 'Programmed']),
  {
    resource: 'httproutes.gateway.networking.k8s.io',
    kind: 'HTTPRoute',
    status: (object) => {
      if (((object.status?.['parents'] ?? []) as readonly unknown[]).length > 0) return undefined;
      const parents = (object.spec?.['parentRefs'] ?? []) as readonly object[];
      const conditions = ['Accepted', 'ResolvedRefs'].map((type) => condition(type, object));
      return {
        parents: parents.map((parentRef) => ({ parentRef, controllerName: 'keelson.dev/cluster-suite', conditions })),
      };
    },
  },
  {
    // Its controller runs, but no metrics server does: each round, it writes that it could not get the metric.
    resource: 'horizontalpodautoscalers.autoscaling',
    kind: 'HorizontalPodAutoscaler',
    status: (object) => {
      if (holds(object, ['AbleToScale', 'ScalingActive'])) return undefined;
      const { observedGeneration: _, ...active } = condition('ScalingActive', object);
      const { observedGeneration: __, ...able } = condition('AbleToScale', object);
      const status = (object.status ?? {}) as { readonly desiredReplicas?: number; readonly currentReplicas?: number };
      return {
        currentReplicas: status.currentReplicas ?? 0,
        desiredReplicas: status.desiredReplicas ?? 0,
        conditions: [able, active],
      };
    },
  },
];

/** Writes these statuses, for as long as the suite runs, on all clusters given. */
export class AbsentControllers {
  readonly written = new Set<string>();
  private readonly clusters: readonly Kube[];
  private running = true;
  private readonly loops: readonly Promise<void>[];

  constructor(clusters: readonly Kube[]) {
    this.clusters = clusters;
    this.loops = this.clusters.map((cluster) => this.loop(cluster));
  }

  async stop(): Promise<void> {
    this.running = false;
    await Promise.all(this.loops);
  }

  private async loop(cluster: Kube): Promise<void> {
    while (this.running) {
      // A round that fails (the server is starting, an object went away in between) is made up for by the next.
      await this.round(cluster).catch(() => undefined);
      await pause(1);
    }
  }

  private async round(cluster: Kube): Promise<void> {
    const objects = await cluster.get(['--all-namespaces', writers.map(({ resource }) => resource).join(',')]);
    for (const object of objects) {
      const writer = writers.find(({ kind }) => kind === object.kind);
      const status = writer?.status(object);
      if (writer === undefined || status === undefined) continue;
      const { name, namespace } = object.metadata;
      await cluster.kubectl([
        'patch',
        writer.resource,
        name,
        ...(namespace === undefined ? [] : ['--namespace', namespace]),
        '--subresource',
        'status',
        '--type',
        'merge',
        '--patch',
        JSON.stringify({ status }),
      ]);
      this.written.add(object.kind);
    }
  }
}

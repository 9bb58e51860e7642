import type { Kube } from './kube.ts';
import { pause } from './shell.ts';

/**
 * A kubelet renews a Lease; simulated nodes have none, and their own heartbeat, once in 55 s, is rarer than the node controller's
 * patience of 50 s: for some seconds of each minute all pods would lose their Ready condition, and never get it back.
 */
export class NodeLeases {
  private running = true;
  private readonly loops: readonly Promise<void>[];

  constructor(clusters: readonly Kube[]) {
    this.loops = clusters.map((cluster) => this.loop(cluster));
  }

  async stop(): Promise<void> {
    this.running = false;
    await Promise.all(this.loops);
  }

  private async loop(cluster: Kube): Promise<void> {
    for (let second = 0; this.running; second += 1) {
      if (second % 10 === 0) await renew(cluster).catch(() => undefined);
      await pause(1);
    }
  }
}

async function renew(cluster: Kube): Promise<void> {
  const nodes = await cluster.get(['nodes']);
  const items = nodes.map(({ metadata: { name } }) => ({
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name, namespace: 'kube-node-lease' },
    spec: {
      holderIdentity: name,
      leaseDurationSeconds: 40,
      renewTime: new Date().toISOString().replace('Z', '000Z'),
    },
  }));
  await cluster.kubectl(['apply', '--server-side', '--force-conflicts', '--filename', '-'], {
    input: JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
  });
}

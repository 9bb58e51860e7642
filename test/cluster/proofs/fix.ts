import { existsSync } from 'node:fs';
import { application, applications, awaitSettled, refresh } from '../applications.ts';
import type { Clone } from '../clone.ts';
import { distFiles, objectText, parseObject } from '../dist-files.ts';
import type { Kube } from '../kube.ts';
import { until } from '../shell.ts';

interface Child {
  readonly path: string;
  readonly name: string;
  readonly parent: string;
  /** Its unit's folder. */
  readonly folder: string;
  readonly namespace: string;
}

const badBranch = 'cluster-suite-bad';

/** A branch that is not there: the Application cannot be compared, which its parent's wave takes for a failure. */
export async function fixOfAnError(clone: Clone, hub: Kube): Promise<string> {
  const child = await earlyChild(clone, hub);
  pointTo(clone, child, 'no-such-branch');
  return breakAndFix(clone, hub, child, 'no-such-branch', 240);
}

/**
 * A branch on which the unit has a Service that waits for a load balancer, which nobody gives it: the Application is compared and
 * synced, but stays Progressing, and so does its parent's wave, until `controller.sync.timeout.seconds`.
 */
export async function fixOfAWait(clone: Clone, hub: Kube, syncTimeout: number): Promise<string> {
  const child = await earlyChild(clone, hub);
  await clone.branch(badBranch, () => {
    clone.write(
      `${child.folder}/service.waits.yaml`,
      objectText({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'waits', namespace: child.namespace },
        spec: {
          type: 'LoadBalancer',
          ports: [{ port: 80, protocol: 'TCP' }],
          selector: { 'app.kubernetes.io/name': 'nobody' },
        },
      }),
    );
  });
  pointTo(clone, child, badBranch);
  return breakAndFix(clone, hub, child, badBranch, syncTimeout + 120);
}

/** The parent is in the broken wave, inside an operation of the broken revision; only a newer revision has the fix. */
async function breakAndFix(clone: Clone, hub: Kube, child: Child, bad: string, seconds: number): Promise<string> {
  await clone.commit(`Point ${child.name} to ${bad}`);
  await refresh(hub);
  const state = await until(`${child.parent} waits for ${child.name}`, 120, async () => {
    const spec = JSON.stringify((await application(hub, child.name))?.spec);
    const operation = (await application(hub, child.parent))?.status?.operationState;
    const said = operation?.message ?? '';
    const waits = said.includes(`Application/${child.name}`) || /Retrying|unsuccessfully/.test(said);
    return spec.includes(bad) && operation?.phase === 'Running' && waits ? operation : undefined;
  });
  await clone.revert();
  await refresh(hub);
  const began = Date.now();
  await until(`the fix of ${child.name} applied`, seconds, async () => {
    const spec = JSON.stringify((await application(hub, child.name))?.spec);
    return spec.includes(bad) ? undefined : true;
  });
  const took = Math.round((Date.now() - began) / 1000);
  await awaitSettled(hub, 150);
  return `${child.parent}: ${(state.message ?? '').slice(0, 300)}\nthe fix arrived ${took} s after its commit`;
}

function pointTo(clone: Clone, { path }: Child, branch: string): void {
  const file = parseObject(clone.read(path));
  const spec = JSON.stringify(file.spec).replaceAll(/"targetRevision":"[^"]*"/g, `"targetRevision":"${branch}"`);
  clone.write(path, objectText({ ...file, spec: JSON.parse(spec) as object }));
}

/** A component with a namespace of its own, of a wave that is not the last; with the delivery Application above it. */
async function earlyChild(clone: Clone, hub: Kube): Promise<Child> {
  const live = new Set((await applications(hub)).map(({ metadata }) => metadata.name));
  const folders = new Map<string, (Child & { readonly wave: number })[]>();
  for (const { path, body } of distFiles(clone.folder).values()) {
    if (!/\/delivery\/application\./.test(path)) continue;
    const { metadata, spec } = parseObject(body);
    const [, environment, , owner] = path.split('/');
    const [cluster, of, unit] = metadata.name.split('.');
    const folder = `dist/${environment}/${cluster}/${of}/${unit}`;
    const key = path.slice(0, path.lastIndexOf('/'));
    const child = {
      path,
      folder,
      name: metadata.name,
      parent: `${environment}.${owner}.delivery`,
      namespace: (spec as { readonly destination: { readonly namespace: string } }).destination.namespace,
      wave: Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0),
    };
    folders.set(key, [...(folders.get(key) ?? []), child]);
  }
  for (const children of folders.values()) {
    const last = Math.max(...children.map(({ wave }) => wave));
    const first = children.find(
      (child) =>
        child.wave < last &&
        live.has(child.parent) &&
        child.parent.endsWith('.platform.delivery') &&
        existsSync(clone.path(child.folder, `namespace.${child.namespace}.yaml`)) &&
        child.namespace !== 'argocd',
    );
    if (first !== undefined) return first;
  }
  throw new Error('no component with a namespace of its own has a wave after it');
}

import { application, applications, refresh } from '../applications.ts';
import type { Clone } from '../clone.ts';
import { distFiles, objectText, parseObject } from '../dist-files.ts';
import type { Kube } from '../kube.ts';
import { must } from '../outcome.ts';
import { until } from '../shell.ts';

/**
 * An Application of an early wave is broken in git, so its delivery Application waits in that wave, within an operation of the
 * broken revision. The fix is a change of that Application's own spec, which only a new operation can apply.
 */
export async function fixArrivesWhileAWaveWaits(clone: Clone, hub: Kube, syncTimeout: number): Promise<string> {
  const { path, name, parent } = await earlyChild(clone, hub);
  const file = parseObject(clone.read(path));
  const broken = JSON.stringify(file.spec).replaceAll(/"targetRevision":"[^"]*"/g, '"targetRevision":"no-such-branch"');
  clone.write(path, objectText({ ...file, spec: JSON.parse(broken) as object }));
  await clone.commit(`Break ${name}`);
  await refresh(hub);
  const waited = await until(`${parent} waits for ${name}`, 90, async () => {
    const state = (await application(hub, parent))?.status?.operationState;
    return state?.phase === 'Running' && state.message?.includes(`waiting for healthy state`) === true
      ? state
      : undefined;
  });
  await clone.revert();
  await refresh(hub);
  const began = Date.now();
  await until(`the fix of ${name} applied`, syncTimeout + 120, async () => {
    const spec = JSON.stringify((await application(hub, name))?.spec);
    return spec.includes('no-such-branch') ? undefined : true;
  });
  return `${parent}: ${waited.message}\nthe fix arrived ${Math.round((Date.now() - began) / 1000)} s after its commit`;
}

/** An Application of the first of several waves, with the delivery Application above it. */
async function earlyChild(clone: Clone, hub: Kube): Promise<{ path: string; name: string; parent: string }> {
  const folders = new Map<string, { path: string; name: string; wave: number }[]>();
  for (const { path, body } of distFiles(clone.folder).values()) {
    if (!/\/delivery\/application\./.test(path)) continue;
    const { metadata } = parseObject(body);
    const folder = path.slice(0, path.lastIndexOf('/'));
    folders.set(folder, [
      ...(folders.get(folder) ?? []),
      { path, name: metadata.name, wave: Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0) },
    ]);
  }
  const live = new Set((await applications(hub)).map(({ metadata }) => metadata.name));
  for (const [folder, children] of folders) {
    const sorted = children.toSorted((a, b) => a.wave - b.wave);
    const [first] = sorted;
    const last = sorted.at(-1);
    const [, environment, , owner] = folder.split('/');
    const parent = `${environment}.${owner}.delivery`;
    if (first !== undefined && last !== undefined && first.wave < last.wave && live.has(parent)) {
      return { path: first.path, name: first.name, parent };
    }
  }
  must(false, 'no delivery folder has two waves');
  throw new Error('unreachable');
}

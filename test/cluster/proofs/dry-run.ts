import type { Clone } from '../clone.ts';
import { distFiles, parseObject } from '../dist-files.ts';
import type { Facts } from '../facts.ts';
import type { Kube } from '../kube.ts';
import { must } from '../outcome.ts';

/** Every object of `dist/` passes the real server's strict validation, admission included. Namespaces are created first. */
export async function strictDryRun(clone: Clone, facts: Facts, hub: Kube, spoke: Kube): Promise<string> {
  const byCluster = new Map<Kube, string[]>([
    [hub, []],
    [spoke, []],
  ]);
  for (const { path } of distFiles(clone.folder).values()) {
    if (path.includes('/.values/')) continue;
    const cluster = path.split('/')[2];
    must(cluster === facts.hub || cluster === facts.spoke, `${path} belongs to neither cluster`);
    byCluster.get(cluster === facts.hub ? hub : spoke)?.push(path);
  }
  let objects = 0;
  for (const [kube, paths] of byCluster) {
    const isNamespace = (path: string): boolean => parseObject(clone.read(path)).kind === 'Namespace';
    const namespaces = paths.filter(isNamespace);
    if (namespaces.length > 0) await apply(kube, clone, namespaces, []);
    const printed = await apply(kube, clone, paths, ['--dry-run=server', '--validate=strict']);
    const passed = printed.trim().split('\n').length;
    must(passed === paths.length, `${passed} of ${paths.length} objects answered`);
    objects += passed;
  }
  return `${objects} objects`;
}

function apply(kube: Kube, clone: Clone, paths: readonly string[], more: readonly string[]): Promise<string> {
  return kube.kubectl(
    [
      'apply',
      '--server-side',
      '--force-conflicts',
      '--field-manager=argocd-controller',
      ...more,
      ...paths.flatMap((path) => ['--filename', path]),
    ],
    { cwd: clone.folder, seconds: 180 },
  );
}

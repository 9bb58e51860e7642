import { readdirSync, rmSync } from 'node:fs';
import { application, applications, awaitSettled, refresh, type ManagedResource } from '../applications.ts';
import type { Clone } from '../clone.ts';
import type { Kube } from '../kube.ts';
import { must } from '../outcome.ts';
import { pause, until } from '../shell.ts';
import { tenantFile, type Leaver } from './leaver.ts';

const finalizer = 'resources-finalizer.argocd.argoproj.io';

/** Without `cascade`, the folder's Application goes and nothing else. */
export async function removedFolderDeletesNothing(
  clone: Clone,
  leaver: Leaver,
  hub: Kube,
  spoke: Kube,
): Promise<string> {
  const objects = (await Promise.all(leaver.children.map((name) => application(hub, name)))).flatMap(
    (one) => one?.status?.resources ?? [],
  );
  must(leaver.children.length > 1 && objects.length > 1, `${leaver.tenant} has nothing to lose`);
  rmSync(clone.path(leaver.folder), { recursive: true });
  await clone.commit(`Remove ${leaver.folder}`);
  await refresh(hub);
  await until(`${leaver.delivery} gone`, 60, async () =>
    (await application(hub, leaver.delivery)) === undefined ? true : undefined,
  );
  await pause(15);
  const left = new Set((await applications(hub)).map(({ metadata }) => metadata.name));
  for (const child of leaver.children) must(left.has(child), `${child} is gone`);
  must(
    await hub.exists(['--namespace', 'argocd', 'appprojects.argoproj.io', leaver.project]),
    `${leaver.project} is gone`,
  );
  for (const object of objects) must(await spoke.exists(locate(object)), `${object.kind} ${object.name} is gone`);
  await clone.revert();
  await refresh(hub);
  await until(`${leaver.delivery} back`, 60, async () =>
    (await application(hub, leaver.delivery)) === undefined ? undefined : true,
  );
  await awaitSettled(hub, 90);
  return `${leaver.delivery} went; ${leaver.children.length} Applications, AppProject ${leaver.project} and ${objects.length} objects stayed`;
}

/** First commit: `deletion: cascade` in the tenant's declaration. It puts the finalizer on everything of the tenant, and deletes nothing. */
export async function cascadeMarks(clone: Clone, leaver: Leaver, hub: Kube): Promise<string> {
  const file = tenantFile(clone, leaver.tenant);
  const text = clone.read(file);
  const name = new RegExp(`^( *)name: ['"]?${leaver.tenant}['"]?(,?)\\n`, 'm');
  must(name.test(text), `${file} does not say name: ${leaver.tenant} on a line`);
  clone.write(
    file,
    text.replace(
      name,
      (line: string, indent: string, comma: string) =>
        `${line}${indent}deletion: ${comma === '' ? 'cascade' : "'cascade'"}${comma}\n`,
    ),
  );
  await clone.synth();
  await clone.commit(`Let ${leaver.tenant} go`);
  await refresh(hub);
  const marked = [leaver.delivery, ...leaver.children];
  await until('finalizers', 90, async () => {
    const live = await applications(hub);
    const done = marked.every(
      (one) => live.find(({ metadata }) => metadata.name === one)?.metadata.finalizers?.includes(finalizer) === true,
    );
    return done ? true : undefined;
  });
  await awaitSettled(hub, 90);
  return `finalizer on ${marked.join(', ')}`;
}

/**
 * Second commit: the tenant is gone from the source. Its apps' objects go, its baseline waits for a person, because a Namespace
 * needs confirmation; confirmed, all goes.
 */
export async function cascadeDeletes(clone: Clone, leaver: Leaver, hub: Kube, spoke: Kube): Promise<string> {
  const baseline = leaver.children.find((name) => name.endsWith('.baseline'));
  must(baseline !== undefined, `${leaver.tenant} has no baseline Application`);
  const apps = leaver.children.filter((name) => name !== baseline);
  const objects = (await Promise.all(apps.map((name) => application(hub, name)))).flatMap(
    (one) => one?.status?.resources ?? [],
  );
  rmSync(clone.path(tenantFile(clone, leaver.tenant)));
  for (const file of readdirSync(clone.path('environments'), { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith(`images/${leaver.tenant}.yaml`)) rmSync(clone.path('environments', file));
  }
  await clone.synth();
  await clone.commit(`Remove ${leaver.tenant}`);
  await refresh(hub);
  await until('apps deleted', 120, async () => {
    const left = (await applications(hub)).filter(({ metadata }) => apps.includes(metadata.name));
    return left.length === 0 ? true : undefined;
  });
  for (const object of objects)
    must(!(await spoke.exists(locate(object))), `${object.kind} ${object.name} of an app is still there`);
  await until('the baseline waits', 60, async () =>
    (await application(hub, baseline))?.metadata.deletionTimestamp === undefined ? undefined : true,
  );
  await pause(10);
  for (const namespace of leaver.namespaces)
    must(await spoke.exists(['namespace', namespace]), `${namespace} went without confirmation`);
  const approved = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  await hub.kubectl([
    'annotate',
    '--namespace',
    'argocd',
    'applications.argoproj.io',
    baseline,
    `argocd.argoproj.io/deletion-approved=${approved}`,
  ]);
  await until('everything of the tenant gone', 120, async () => {
    const names = new Set((await applications(hub)).map(({ metadata }) => metadata.name));
    if (names.has(baseline) || names.has(leaver.delivery)) return undefined;
    if (await hub.exists(['--namespace', 'argocd', 'appprojects.argoproj.io', leaver.project])) return undefined;
    for (const namespace of leaver.namespaces) if (await spoke.exists(['namespace', namespace])) return undefined;
    return true;
  });
  return `${objects.length} objects of ${apps.length} apps went at once; ${baseline} waited for argocd.argoproj.io/deletion-approved, then all went`;
}

function locate({ group, kind, namespace, name }: ManagedResource): readonly string[] {
  const resource = group === undefined || group === '' ? kind : `${kind}.${group}`;
  return [resource, name, ...(namespace === undefined ? [] : ['--namespace', namespace])];
}

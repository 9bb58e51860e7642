import { refresh } from '../applications.ts';
import type { Clone } from '../clone.ts';
import { objectText, parseObject } from '../dist-files.ts';
import type { Facts } from '../facts.ts';
import type { Kube } from '../kube.ts';
import { must } from '../outcome.ts';
import { until } from '../shell.ts';

/** A field that bootstrap applied goes from the cluster when it goes from git: Argo CD owns it, nobody else does. */
export async function removedRootFieldGoes(clone: Clone, facts: Facts, hub: Kube): Promise<string> {
  const file = `dist/${facts.hubEnvironment}/${facts.hub}/platform/root/appproject.argoproj.io.root.yaml`;
  const project = parseObject(clone.read(file));
  const { description, ...spec } = project.spec ?? {};
  must(typeof description === 'string', `${file} has no description to remove`);
  must((await liveDescription(hub)) === description, 'the description is not on the cluster');
  clone.write(file, objectText({ ...project, spec }));
  await clone.commit('Remove a field of root');
  await refresh(hub);
  await until('the field is gone', 60, async () => ((await liveDescription(hub)) === undefined ? true : undefined));
  await clone.revert();
  await refresh(hub);
  await until('the field is back', 60, async () => ((await liveDescription(hub)) === description ? true : undefined));
  return 'AppProject root, spec.description: gone, and back with the revert';
}

async function liveDescription(hub: Kube): Promise<unknown> {
  const [project] = await hub.get(['--namespace', 'argocd', 'appprojects.argoproj.io', 'root']);
  return project?.spec?.['description'];
}

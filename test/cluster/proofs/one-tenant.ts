import type { Fleet } from '#src/model/types.ts';
import { applications, awaitRefreshed, awaitSettled, refresh } from '../applications.ts';
import type { Clone } from '../clone.ts';
import type { Kube } from '../kube.ts';
import { must } from '../outcome.ts';
import { startedBetween, syncStarts } from './quiet.ts';

/** `keelson image set` for one app of one tenant, synthesized and committed: only that tenant's Applications start a sync. */
export async function oneTenantCommit(clone: Clone, fleet: Fleet, environment: string, hub: Kube): Promise<string> {
  const app = fleet.apps.find(({ origin, environments }) => origin === 'image' && environments.includes(environment));
  must(app !== undefined, `no app of image origin in ${environment}`);
  const unit = fleet.units.find(
    ({ ref }) => ref.environment === environment && ref.owner === app.tenant && ref.name === app.name,
  );
  const image = unit !== undefined && 'app' in unit.input ? unit.input.app.image : undefined;
  must(image !== undefined, `${app.tenant}/${app.name} has no image`);
  const next = `${image.replace(/(@sha256:[0-9a-f]+|:[^/@]+)$/, '')}@sha256:${'5a'.repeat(32)}`;
  const before = await syncStarts(hub);
  const set = await clone.keelson('image', 'set', `${app.tenant}/${app.name}`, next, '--env', environment);
  must(set.code === 0, `keelson image set failed\n${set.stdout}${set.stderr}`);
  await clone.synth();
  await clone.commit(`Run ${next}`);
  await refresh(hub);
  await awaitRefreshed(hub);
  await awaitSettled(hub, 90);
  const started = startedBetween(before, await syncStarts(hub));
  must(started.length > 0, 'no sync began');
  const others = started.filter((name) => name.split('.')[1] !== app.tenant);
  must(others.length === 0, `a commit of ${app.tenant} began a sync in ${others.join(', ')}`);
  return `${app.tenant}/${app.name} -> ${next.slice(0, 60)}...\nstarted: ${started.join(', ')}; not started: ${(await applications(hub)).length - started.length} others`;
}

import { distFiles, parseObject } from '../dist-files.ts';
import type { Clone } from '../clone.ts';
import type { LiveApplication } from '../applications.ts';
import { must } from '../outcome.ts';

const waveAnnotation = 'argocd.argoproj.io/sync-wave';

/** Within each delivery folder, an Application was created only after those of every earlier wave had delivered. */
export function wavesWereSeen(clone: Clone, live: readonly LiveApplication[]): string {
  const folders = new Map<string, LiveApplication[]>();
  const byName = new Map(live.map((application) => [application.metadata.name, application]));
  for (const { path, body } of distFiles(clone.folder).values()) {
    if (!/\/delivery\/application\./.test(path)) continue;
    const application = byName.get(parseObject(body).metadata.name);
    must(application !== undefined, `${path} is not on the hub`);
    const folder = path.slice(0, path.lastIndexOf('/'));
    folders.set(folder, [...(folders.get(folder) ?? []), application]);
  }
  const seen: string[] = [];
  for (const [folder, applications] of folders) {
    const waves = [...new Set(applications.map(waveOf))].toSorted((a, b) => a - b);
    if (waves.length < 2) continue;
    for (const later of applications) {
      for (const earlier of applications.filter((other) => waveOf(other) < waveOf(later))) {
        const done = earlier.status?.history?.[0]?.deployedAt ?? earlier.metadata.creationTimestamp ?? '';
        must(
          (later.metadata.creationTimestamp ?? '') >= done,
          `${later.metadata.name} (wave ${waveOf(later)}) was created at ${later.metadata.creationTimestamp}, but ${earlier.metadata.name} (wave ${waveOf(earlier)}) was delivered at ${done}`,
        );
      }
    }
    seen.push(`${folder}: ${waves.join(', then ')}`);
  }
  must(seen.length > 0, 'no delivery folder has two waves');
  return seen.join('\n');
}

function waveOf({ metadata }: LiveApplication): number {
  return Number(metadata.annotations?.[waveAnnotation] ?? 0);
}

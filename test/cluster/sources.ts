import type { Clone } from './clone.ts';
import { distFiles, objectText, parseObject } from './dist-files.ts';
import { attempt } from './shell.ts';

interface Source {
  readonly repoURL: string;
  readonly targetRevision: string;
  readonly path?: string;
  readonly chart?: string;
  readonly ref?: string;
}

interface Spec {
  source?: Source;
  sources?: readonly Source[];
}

/** Asked once: what is left out stays out. */
const reachable = new Map<string, boolean>();

/**
 * Takes chart and git sources that cannot be reached from here out of the Applications in the clone's `dist/`, and says which.
 * What stays is the unit's own folder, or nothing but the reference to the config repository.
 */
export async function leaveOutUnreachable(
  clone: Clone,
  repository: string,
  revision: string,
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const { path, body } of distFiles(clone.folder).values()) {
    if (!/\/delivery\/application\./.test(path)) continue;
    const application = parseObject(body);
    const spec = application.spec as Spec;
    const sources = spec.sources ?? (spec.source === undefined ? [] : [spec.source]);
    const kept: Source[] = [];
    const lost: string[] = [];
    for (const source of sources) {
      const key = `${source.repoURL} ${source.chart ?? ''}`;
      if (source.repoURL !== repository && !reachable.has(key)) reachable.set(key, await canReach(source));
      if (source.repoURL === repository || reachable.get(key) === true) kept.push(source);
      else lost.push(`${source.chart ?? source.repoURL} ${source.targetRevision}`);
    }
    if (lost.length === 0) continue;
    left.push(`${application.metadata.name}: ${lost.join(', ')}`);
    if (kept.length === 0) kept.push({ repoURL: repository, targetRevision: revision, ref: 'values' });
    delete spec.source;
    spec.sources = kept;
    clone.write(path, objectText(application));
  }
  return left;
}

async function canReach(source: Source): Promise<boolean> {
  if (source.chart === undefined) {
    const ran = await attempt('git', ['ls-remote', source.repoURL, source.targetRevision], {
      seconds: 10,
      env: { GIT_TERMINAL_PROMPT: '0' },
    });
    return ran.code === 0 && ran.stdout !== '';
  }
  const oci = !/^https?:/.test(source.repoURL);
  const url = oci ? `https://${source.repoURL.split('/')[0]}/v2/` : `${source.repoURL.replace(/\/$/, '')}/index.yaml`;
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return answer.ok || (oci && answer.status === 401);
  } catch {
    return false;
  }
}

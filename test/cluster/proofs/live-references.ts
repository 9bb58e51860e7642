import { rmSync, writeFileSync } from 'node:fs';
import type { Clone } from '../clone.ts';
import type { Kube } from '../kube.ts';
import { must } from '../outcome.ts';

/** What comes and goes by itself, or cannot be listed as objects. */
const passing: ReadonlySet<string> = new Set([
  'events',
  'events.events.k8s.io',
  'componentstatuses',
  'leases.coordination.k8s.io',
]);

interface Judged {
  readonly summary: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly objects: number;
  };
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly causes?: unknown;
  }[];
}

/** A cluster in which all is synced names nothing that is not there: whatever the rules find in its export is a false alarm. */
export async function nothingDangles(clone: Clone, clusters: Readonly<Record<string, Kube>>): Promise<string> {
  const said: string[] = [];
  for (const [name, kube] of Object.entries(clusters)) {
    const listed = await kube.kubectl(['api-resources', '--verbs=list,get', '--output', 'name']);
    const kinds = listed.split('\n').filter((kind) => kind !== '' && !passing.has(kind));
    const { gitVersion } = JSON.parse(await kube.kubectl(['get', '--raw', '/version'])) as { gitVersion: string };
    const file = clone.path(`${name}.export.yaml`);
    writeFileSync(file, await kube.kubectl(['get', kinds.join(','), '--all-namespaces', '--output', 'yaml']));
    const ran = await clone.keelson(
      'validate',
      file,
      '--kubernetes',
      gitVersion,
      '--rules',
      'identity,reference',
      '--json',
    );
    rmSync(file);
    must(ran.code === 0 || ran.code === 1, `keelson validate ended with ${ran.code}\n${ran.stderr}`);
    const { summary, findings } = JSON.parse(ran.stdout) as Judged;
    const dangling = findings.filter(({ severity, causes }) => severity !== 'info' && causes === undefined);
    must(
      dangling.length === 0,
      dangling
        .map(({ rule, message }) => `${name}: ${message} [${rule}]`)
        .slice(0, 20)
        .join('\n'),
    );
    must(summary.objects > 100, `${name}: only ${summary.objects} objects were exported`);
    said.push(`${name}: ${summary.objects} objects, nothing found, ${summary.info} hints`);
  }
  return said.join('; ');
}

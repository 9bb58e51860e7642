import type { Clone } from '../clone.ts';
import type { Clusters } from '../clusters.ts';
import type { Facts } from '../facts.ts';
import { must } from '../outcome.ts';
import { run } from '../shell.ts';

interface Plan {
  readonly parts: readonly { readonly title: string; readonly commands: readonly string[] }[];
}

/**
 * Runs what `keelson bootstrap` prints, as printed. Of the first part, Argo CD itself, only its ConfigMaps: its chart is what
 * stands in for, here, the Argo CD that runs already.
 */
export async function bootstrap(clone: Clone, facts: Facts, clusters: Clusters): Promise<string> {
  const printed = await clone.keelson('bootstrap', facts.hub);
  const asData = await clone.keelson('bootstrap', facts.hub, '--json');
  must(printed.code === 0 && asData.code === 0, `keelson bootstrap failed\n${printed.stderr}${asData.stderr}`);
  const { parts } = JSON.parse(asData.stdout) as Plan;
  const [argocd, rest] = parts;
  must(parts.length === 2 && argocd !== undefined && rest !== undefined, 'bootstrap should have two parts');
  for (const command of [...argocd.commands, ...rest.commands]) {
    must(printed.stdout.includes(command), `not printed: ${command}`);
  }
  const configuration = argocd.commands.filter((command) => command.includes('configmap.'));
  for (const command of configuration) await shell(command, clone, clusters);
  const second = printed.stdout.slice(printed.stdout.indexOf('# Part 2'));
  await shell(second, clone, clusters);
  await registerSpoke(clusters, facts);
  return `part 2, applied as printed:\n${second.trim()}`;
}

function shell(script: string, clone: Clone, { hub }: Clusters): Promise<string> {
  return run('bash', ['-euo', 'pipefail', '-c', script], { cwd: clone.folder, env: hub.env });
}

/** As a platform team does once for each cluster; a credential, so it is no part of `dist/`. */
async function registerSpoke({ hub, spokeServer, spokeConfig }: Clusters, facts: Facts): Promise<void> {
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: `cluster-${facts.spoke}`,
      namespace: 'argocd',
      labels: { 'argocd.argoproj.io/secret-type': 'cluster' },
    },
    stringData: { name: facts.spoke, server: spokeServer, config: spokeConfig },
  };
  await hub.kubectl(['apply', '--server-side', '--filename', '-'], { input: JSON.stringify(secret) });
}

import type { Clone } from './clone.ts';
import { distFiles, parseObject } from './dist-files.ts';
import type { Facts } from './facts.ts';
import { must } from './outcome.ts';

/** Seconds after which the hub's Argo CD ends a waiting sync, as its rendered `argocd-cmd-params-cm` says. */
export function declaredSyncTimeout(clone: Clone, facts: Facts): number {
  for (const { path, body } of distFiles(clone.folder).values()) {
    if (
      !path.startsWith(`dist/${facts.hubEnvironment}/${facts.hub}/platform/`) ||
      !path.includes('argocd-cmd-params-cm')
    )
      continue;
    const { data } = parseObject(body) as unknown as { readonly data: Readonly<Record<string, string>> };
    const seconds = Number(data['controller.sync.timeout.seconds']);
    must(seconds > 0, `${path} sets no controller.sync.timeout.seconds`);
    return seconds;
  }
  must(false, 'dist/ has no argocd-cmd-params-cm');
  return 0;
}

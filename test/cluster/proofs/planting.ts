import { mkdirSync } from 'node:fs';
import type { Fleet } from '#src/model/types.ts';
import type { Clone } from '../clone.ts';
import { objectText } from '../dist-files.ts';
import type { Facts } from '../facts.ts';
import type { Kube } from '../kube.ts';
import { must } from '../outcome.ts';

interface Stage {
  readonly clone: Clone;
  /** A clone in which nothing was changed. */
  readonly original: Clone;
  readonly facts: Facts;
  readonly hub: Kube;
  readonly spoke: Kube;
  readonly repository: string;
}

export interface Ground extends Stage {
  readonly tenant: string;
  readonly namespace: string;
  /** A namespace of another tenant. */
  readonly foreign: string;
}

/** Two tenants on the spoke that stay: one that trespasses, one that is trespassed upon. */
export function ground(stage: Stage, fleet: Fleet, leaver: string): Ground {
  const [one, other] = fleet.units
    .filter(({ ref }) => ref.kind === 'tenant' && ref.cluster === stage.facts.spoke && ref.owner !== leaver)
    .map(({ ref, input }) => ({
      tenant: ref.owner,
      namespace: 'tenant' in input ? input.tenant.namespaces[0] : undefined,
    }));
  must(one?.namespace !== undefined && other?.namespace !== undefined, 'two tenants are needed on the second cluster');
  return { ...stage, tenant: one.tenant, namespace: one.namespace, foreign: other.namespace };
}

export function applicationName({ facts, tenant }: Ground, unit: string): string {
  return `${facts.spoke}.${tenant}.${unit}`;
}

export function plant(
  at: Ground,
  unit: string,
  change: { readonly namespace?: string; readonly repoURL?: string; readonly project?: string } = {},
): void {
  const { clone, facts, tenant } = at;
  const name = applicationName(at, unit);
  const path = `dist/${facts.environment}/${facts.spoke}/${tenant}/${unit}`;
  clone.write(
    `dist/${facts.environment}/${facts.hub}/${tenant}/delivery/application.argoproj.io.${name}.yaml`,
    objectText({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name, namespace: 'argocd', annotations: { 'argocd.argoproj.io/sync-wave': '20' } },
      spec: {
        project: change.project ?? `${facts.environment}.${tenant}`,
        destination: { name: facts.spoke, namespace: change.namespace ?? at.namespace },
        source: { repoURL: change.repoURL ?? at.repository, targetRevision: 'HEAD', path },
        syncPolicy: { automated: { enabled: true } },
      },
    }),
  );
}

export function unitFile({ clone, facts, tenant }: Ground, unit: string, file: string, object: object): void {
  const folder = `dist/${facts.environment}/${facts.spoke}/${tenant}/${unit}`;
  mkdirSync(clone.path(folder), { recursive: true });
  clone.write(`${folder}/${file}`, objectText(object));
}

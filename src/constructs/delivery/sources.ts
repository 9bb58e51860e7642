import type { ApplicationSource, ApplicationSpec } from '../argocd/index.ts';
import type { DeliveredUnit, DeliveryInput, DeliverySource } from '../../model/types.ts';

/** The source in which chart sources find their values file, as `$values/...`. */
const valuesRef = 'values';

/** `source` for one, `sources` for several: Argo CD does not treat a list of one like the other everywhere. */
export function sourcesOf(
  delivered: DeliveredUnit,
  repository: DeliveryInput['repository'],
): Pick<ApplicationSpec, 'source' | 'sources'> {
  const needsRef = delivered.sources.some((source) => source.type === 'chart' && source.valuesFile !== undefined);
  const config = { repoURL: repository.url, targetRevision: repository.revision };
  const sources = delivered.sources.map((source): ApplicationSource => {
    if (source.type === 'chart') return chartSource(source);
    if (source.type === 'git') {
      return { repoURL: source.repository, targetRevision: source.revision, path: source.path };
    }
    return { ...config, path: source.path, ...(needsRef ? { ref: valuesRef } : {}) };
  });
  const hasFolder = delivered.sources.some(({ type }) => type === 'folder');
  if (needsRef && !hasFolder) sources.push({ ...config, ref: valuesRef });
  const [first] = sources;
  return sources.length === 1 && first !== undefined ? { source: first } : { sources };
}

function chartSource(source: Extract<DeliverySource, { readonly type: 'chart' }>): ApplicationSource {
  const { repository, chart, version, releaseName } = source.chart;
  const helm = {
    ...(releaseName === undefined ? {} : { releaseName }),
    ...(source.valuesFile === undefined ? {} : { valueFiles: [`$${valuesRef}/dist/${source.valuesFile}`] }),
  };
  return {
    repoURL: repository,
    chart,
    targetRevision: version,
    ...(Object.keys(helm).length === 0 ? {} : { helm }),
  };
}

/** The paths in the config repository that the Application is rendered from, absolute, or undefined when there are none. */
export function manifestPaths(delivered: DeliveredUnit): string | undefined {
  const paths = delivered.sources.flatMap((source) => {
    if (source.type === 'folder') return [`/${source.path}`];
    if (source.type === 'chart' && source.valuesFile !== undefined) return [`/dist/${source.valuesFile}`];
    return [];
  });
  return paths.length === 0 ? undefined : paths.toSorted().join(';');
}

import type { Chart } from 'cdk8s';
import type { DeliveredUnit, DeliveryInput } from '../../model/types.ts';
import {
  AppProject,
  Application,
  manifestPathsAnnotation,
  resourcesFinalizer,
  syncWaveAnnotation,
  type IgnoredDifference,
} from '../argocd/index.ts';
import { deletionAnnotation, ownerLabels, projectWave } from './marks.ts';
import { projectSpec } from './project.ts';
import { manifestPaths, sourcesOf } from './sources.ts';
import { syncPolicy } from './sync-policy.ts';

/** The recipe of `<environment>/<hub>/<owner>/delivery`: the owner's AppProject and an Application for each of its units. */
export function buildDelivery(scope: Chart, input: DeliveryInput): void {
  const { project, unit, hub, deletion } = input;
  const namespace = hub.delivery?.namespace ?? 'argocd';
  new AppProject(scope, 'project', {
    metadata: {
      name: project.name,
      namespace,
      labels: ownerLabels(unit),
      annotations: {
        [syncWaveAnnotation]: projectWave,
        ...(deletion === 'cascade' ? { [deletionAnnotation]: 'cascade' } : {}),
      },
      // Argo CD keeps a project with the finalizer until no Application names it: without, what is left cannot be deleted.
      finalizers: [resourcesFinalizer],
    },
    spec: projectSpec(input),
  });
  for (const delivered of input.delivers) deliver(scope, input, delivered, namespace);
}

function deliver(scope: Chart, input: DeliveryInput, delivered: DeliveredUnit, namespace: string): void {
  const paths = manifestPaths(delivered);
  const ignored = delivered.ignoreDifferences as unknown as readonly IgnoredDifference[];
  new Application(scope, delivered.application, {
    metadata: {
      name: delivered.application,
      namespace,
      labels: ownerLabels(delivered.unit),
      annotations: {
        [syncWaveAnnotation]: String(delivered.wave),
        ...(paths === undefined ? {} : { [manifestPathsAnnotation]: paths }),
      },
      ...(delivered.deletion === 'cascade' || input.deletion === 'cascade' ? { finalizers: [resourcesFinalizer] } : {}),
    },
    spec: {
      project: delivered.project,
      destination: { name: delivered.destination, namespace: delivered.namespace },
      ...sourcesOf(delivered, input.repository),
      syncPolicy: syncPolicy(
        ...(createsNamespace(delivered) ? ['CreateNamespace=true'] : []),
        ...(ignored.length === 0 ? [] : ['RespectIgnoreDifferences=true']),
      ),
      ...(ignored.length === 0 ? {} : { ignoreDifferences: ignored }),
    },
  });
}

/** A component that is a chart alone has no Namespace object. What a tenant delivers goes where its baseline made a namespace. */
function createsNamespace(delivered: DeliveredUnit): boolean {
  return delivered.unit.kind === 'component' && !delivered.sources.some(({ type }) => type === 'folder');
}

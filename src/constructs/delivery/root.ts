import type { Chart } from 'cdk8s';
import type { RootInput } from '../../model/types.ts';
import {
  AppProject,
  Application,
  ApplicationSet,
  emptyTemplate,
  resourcesFinalizer,
  syncWaveAnnotation,
  type ApplicationSpec,
} from '../argocd/index.ts';
import { deletionAnnotation, ownerLabels, rootName } from './marks.ts';
import { syncPolicy } from './sync-policy.ts';

/** The folder's parts as the ApplicationSet sees them: `dist`, environment, hub, owner, `delivery`. */
const environmentOfPath = '{{index .path.segments 1}}';
const ownerOfPath = '{{index .path.segments 3}}';

/**
 * The recipe of `<hub's environment>/<hub>/platform/root`: its project, the Application that delivers this very folder, and the
 * ApplicationSet that makes an Application of each delivery folder.
 */
export function buildRoot(scope: Chart, input: RootInput): void {
  const { hub, repository, unit } = input;
  const namespace = hub.delivery?.namespace ?? 'argocd';
  const labels = ownerLabels(unit);
  const folder = (path: string): ApplicationSpec => ({
    project: rootName,
    destination: { name: hub.name, namespace },
    source: { repoURL: repository.url, targetRevision: repository.revision, path },
    syncPolicy: syncPolicy(),
  });
  new AppProject(scope, 'project', {
    metadata: {
      name: rootName,
      namespace,
      labels,
      annotations: { [syncWaveAnnotation]: '-1' },
      finalizers: [resourcesFinalizer],
    },
    spec: {
      description: `The delivery folders of ${hub.name}: Applications and AppProjects, nothing else.`,
      sourceRepos: [repository.url],
      destinations: [{ name: hub.name, namespace }],
      clusterResourceWhitelist: [],
      // Of ApplicationSets, the hub's admission policy allows the one below only.
      namespaceResourceWhitelist: [
        { group: 'argoproj.io', kind: 'AppProject' },
        { group: 'argoproj.io', kind: 'Application' },
        { group: 'argoproj.io', kind: 'ApplicationSet' },
      ],
    },
  });
  new Application(scope, 'root', {
    metadata: { name: rootName, namespace, labels, annotations: { [syncWaveAnnotation]: '0' } },
    spec: folder(`dist/${unit.id}`),
  });
  new ApplicationSet(scope, 'delivery', {
    metadata: { name: 'delivery', namespace, labels, annotations: { [syncWaveAnnotation]: '1' } },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      // A folder that is removed takes its Application along, and nothing that was delivered, unless `cascade` came first.
      syncPolicy: { preserveResourcesOnDeletion: true },
      generators: [deliveryFolders(hub.name, repository)],
      template: {
        metadata: {
          name: `${environmentOfPath}.${ownerOfPath}.delivery`,
          namespace,
          labels: ownerLabels({ environment: environmentOfPath, owner: ownerOfPath }),
        },
        spec: folder('{{.path.path}}'),
      },
      templatePatch: finalizerWhenCascade,
    },
  });
}

/** Each delivery folder, together with the AppProject in it, whose annotation says whether the folder may cascade. */
function deliveryFolders(hub: string, repository: RootInput['repository']) {
  const git = { repoURL: repository.url, revision: repository.revision, template: emptyTemplate };
  return {
    matrix: {
      generators: [
        { git: { ...git, directories: [{ path: `dist/*/${hub}/*/delivery` }] } },
        {
          git: {
            ...git,
            files: [{ path: '{{.path.path}}/appproject.argoproj.io.*.yaml' }],
            pathParamPrefix: 'project',
          },
        },
      ],
      template: emptyTemplate,
    },
  } as const;
}

/** Only a patch can leave `finalizers` out: a template has them for every Application or for none. */
const finalizerWhenCascade = `{{- if eq (dig "annotations" "${deletionAnnotation}" "retain" .metadata) "cascade" }}
metadata:
  finalizers:
  - ${resourcesFinalizer}
{{- end }}
`;

import { mappingOf, textOf } from '../../../analysis/index.ts';
import type { SetObject, World } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { applicationSpecOf, sourcesOf } from './application.ts';

/** https://github.com/helm/helm/blob/main/pkg/chart/v2/util/validate_name.go */
const releaseLimit = 53;
const labelLimit = 63;

export const argoNameLength = defineRule({
  id: 'argo-name-length',
  set: 'recommended',
  title:
    'The name of an Application fits where Argo CD uses it: as name of a Helm release, and as label where objects are tracked by it.',
  fix: 'Shorten the name, or set `helm.releaseName`; track by annotation, which is the default.',
  severity: 'error',
  kinds: ['argoproj.io/Application'],
  checkSet(world, report) {
    const tracked = world.view(labelTracking);
    for (const object of world.ofKind('argoproj.io/Application')) {
      const { name } = object.ref;
      const application = applicationSpecOf(object.ref, object.object);
      for (const { source, pointer } of application === undefined ? [] : sourcesOf(application)) {
        const { helm, chart } = source;
        if (textOf(chart) === undefined && helm === undefined) continue;
        const release = textOf(mappingOf(helm)['releaseName']);
        const used = release ?? name;
        if (used.length <= releaseLimit) continue;
        report(object, {
          messageId: 'release',
          message: `the Helm release is called ${used}, which has ${used.length} characters; Helm takes ${releaseLimit}`,
          pointer: release === undefined ? '/metadata/name' : `${pointer}/helm/releaseName`,
          seen: `${used.length} characters`,
          allowed: `${releaseLimit} characters`,
        });
      }
      if (tracked === undefined || name.length <= labelLimit) continue;
      report(object, {
        messageId: 'label',
        message: `ConfigMap argocd-cm has objects tracked by a label, which takes ${labelLimit} characters; the name has ${name.length}`,
        pointer: '/metadata/name',
        seen: `${name.length} characters`,
        allowed: `${labelLimit} characters`,
        related: [{ object: tracked, pointer: '/data/application.resourceTrackingMethod' }],
      });
    }
  },
});

/** Source: util/argo/resource_tracking.go of Argo CD 3.5: `annotation+label` shortens the label, `label` does not. */
function labelTracking(world: World): SetObject | undefined {
  return world
    .ofKind('/ConfigMap')
    .find(
      ({ ref, object }) =>
        ref.name === 'argocd-cm' && mappingOf(object['data'])['application.resourceTrackingMethod'] === 'label',
    );
}

import type { SetObject } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { applicationSpecOf, sourcesOf } from './application.ts';
import { fieldsOf, textOf } from './raw.ts';

export const argoApplicationsOverlap = defineRule({
  id: 'argo-applications-overlap',
  set: 'recommended',
  title: 'No two Applications deliver the same source to the same place.',
  fix: 'Remove one of the two, or give it a destination of its own.',
  severity: 'error',
  kinds: ['argoproj.io/Application'],
  checkSet(world, report) {
    const first = new Map<string, { readonly object: SetObject; readonly pointer: string }>();
    for (const object of world.ofKind('argoproj.io/Application')) {
      for (const { key, what, pointer } of placesOf(object)) {
        const other = first.get(key);
        if (other === undefined) first.set(key, { object, pointer });
        else if (other.object.ref.name !== object.ref.name || other.object.ref.namespace !== object.ref.namespace) {
          report(object, {
            messageId: 'twice',
            message: `Application ${other.object.ref.name} delivers ${what} to the same cluster and namespace: both own its objects, and each undoes the other`,
            pointer,
            related: [other],
          });
        }
      }
    }
  },
});

interface Place {
  readonly key: string;
  readonly what: string;
  readonly pointer: string;
}

/** What an Application delivers and where to: equal keys are equal objects. */
function* placesOf({ ref, object }: SetObject): Generator<Place> {
  const application = applicationSpecOf(ref, object);
  if (application === undefined) return;
  const destination = fieldsOf(application.spec['destination']);
  const where = ['server', 'name', 'namespace'].map((key) => textOf(destination[key]));
  for (const { source, pointer } of sourcesOf(application)) {
    const [repository, path, chart] = ['repoURL', 'path', 'chart'].map((key) => textOf(source[key]));
    if (repository === undefined || (path === undefined && chart === undefined)) continue;
    // Different settings make different objects of one source.
    const settings = ['helm', 'kustomize', 'directory', 'plugin'].map((key) => source[key]);
    const release = textOf(fieldsOf(source['helm'])['releaseName']);
    // A chart names its objects after the release, which is the Application's own name unless it says another.
    const named = chart === undefined ? settings : [release ?? ref.name];
    const what =
      chart === undefined ? `${path ?? ''} of ${repository}` : `the chart ${chart} as ${release ?? ref.name}`;
    yield { key: JSON.stringify([where, repository, path, chart, named, source['targetRevision']]), what, pointer };
  }
}

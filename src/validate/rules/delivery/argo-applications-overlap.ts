import { isLoose, mappingOf, textOf } from '../../../analysis/index.ts';
import type { SetObject } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { applicationSpecOf, sourcesOf, syncPolicyOf } from './application.ts';
import { jsonOf } from './written.ts';

export const argoApplicationsOverlap = defineRule({
  id: 'argo-applications-overlap',
  set: 'recommended',
  title: 'No two Applications deliver the same source to the same place, or write the labels of the same namespace.',
  fix: 'Remove one of the two, or give it a destination of its own.',
  severity: 'error',
  kinds: ['argoproj.io/Application'],
  checkSet(world, report) {
    const first = new Map<string, { readonly object: SetObject; readonly pointer: string }>();
    for (const object of world.ofKind('argoproj.io/Application')) {
      for (const { key, messageId, does, pointer, isSure } of placesOf(object)) {
        const other = first.get(key);
        if (other === undefined) first.set(key, { object, pointer });
        else if (other.object.ref.name !== object.ref.name || other.object.ref.namespace !== object.ref.namespace) {
          report(object, {
            messageId,
            message: `Application ${other.object.ref.name} ${does}, as this one does: each undoes the other`,
            pointer,
            ...(isSure || world.facts !== undefined ? {} : { severity: 'warning' as const }),
            related: [other],
          });
        }
      }
    }
  },
});

interface Place {
  readonly key: string;
  readonly messageId: string;
  readonly does: string;
  readonly pointer: string;
  /** Whether it may be otherwise: a folder can hold a chart, whose objects bear the Application's name. */
  readonly isSure: boolean;
}

/** What an Application delivers and where to: equal keys are equal objects. */
function* placesOf({ ref, object }: SetObject): Generator<Place> {
  const application = applicationSpecOf(ref, object);
  if (application === undefined) return;
  const destination = mappingOf(application.spec['destination']);
  const where = ['server', 'name', 'namespace'].map((key) => textOf(destination[key]));
  for (const { source, pointer } of sourcesOf(application)) {
    const [repository, path, chart] = ['repoURL', 'path', 'chart'].map((key) => textOf(source[key]));
    if (repository === undefined || (path === undefined && chart === undefined)) continue;
    const release = textOf(mappingOf(source['helm'])['releaseName']) ?? ref.name;
    const isChart = chart !== undefined || source['helm'] !== undefined;
    // Different settings make different objects of one source.
    const named = isChart ? [release] : ['kustomize', 'directory', 'plugin'].map((key) => source[key]);
    const what = chart === undefined ? `${path ?? ''} of ${repository}` : `the chart ${chart} as ${release}`;
    yield {
      key: jsonOf([where, repository, path, chart, named]),
      messageId: 'twice',
      does: `delivers ${what} to the same cluster and namespace`,
      pointer,
      isSure: isChart || named.some((settings) => settings !== undefined),
    };
  }
  const managed = syncPolicyOf(application)['managedNamespaceMetadata'];
  if (isLoose(managed) && where[2] !== undefined) {
    yield {
      key: jsonOf(['namespace', where]),
      messageId: 'namespace',
      does: `sets labels and annotations of namespace ${where[2]}`,
      pointer: `${application.pointer}/syncPolicy/managedNamespaceMetadata`,
      isSure: true,
    };
  }
}

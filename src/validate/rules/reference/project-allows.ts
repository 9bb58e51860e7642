import { itemsOf, textOf, textsOf } from '../../../analysis/index.ts';
import type { Loose, SetObject } from '../../../analysis/index.ts';
import { formatObject } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { isAllowed, normalRepository, refuses, takes } from './argo-patterns.ts';
import { applicationSpecs, sourcesOf } from './applications.ts';
import { referencesIn } from './ends.ts';

export const projectAllows = defineRule({
  id: 'project-allows',
  set: 'reference',
  title: 'The project of an Application allows its repositories and its destination.',
  fix: 'Add the repository to `sourceRepos` or the destination to `destinations` of the AppProject, or choose another project.',
  severity: 'error',
  kinds: ['argoproj.io/Application', 'argoproj.io/ApplicationSet'],
  checkSet(world, report) {
    for (const application of applicationSpecs(world)) {
      const { from, spec, pointer } = application;
      const name = textOf(spec, 'project');
      if (name === undefined || name.includes('{{')) continue;
      const project = referencesIn(world).find('argoproj.io/AppProject', undefined, name)?.object;
      if (project === undefined) continue;
      const related = [{ object: project }];
      const repositories = textsOf(project.object, 'spec', 'sourceRepos');
      for (const [place, source] of sourcesOf(application)) {
        const url = textOf(source, 'repoURL');
        if (url === undefined || url.includes('{{')) continue;
        if (isAllowed(repositories.map(normalRepository), normalRepository(url))) continue;
        report(from, {
          messageId: 'repository',
          message: `${formatObject(from.ref)} takes ${url}, which ${formatObject(project.ref)} does not allow`,
          pointer: `${place}/repoURL`,
          seen: url,
          allowed: repositories.length === 0 ? 'none' : repositories.join(', '),
          related: [{ object: project, pointer: '/spec/sourceRepos' }],
        });
      }
      const destination = destinationOf(spec);
      if (destination === undefined || takesDestination(project, destination)) continue;
      report(from, {
        messageId: 'destination',
        message: `${formatObject(from.ref)} goes to ${words(destination)}, which ${formatObject(project.ref)} does not allow`,
        pointer: `${pointer}/destination`,
        seen: words(destination),
        related,
      });
    }
  },
});

interface Destination {
  readonly name: string | undefined;
  readonly server: string | undefined;
  readonly namespace: string;
}

function destinationOf(spec: Loose): Destination | undefined {
  const name = textOf(spec, 'destination', 'name');
  const server = textOf(spec, 'destination', 'server');
  const namespace = textOf(spec, 'destination', 'namespace') ?? '';
  if ((name === undefined && server === undefined) || `${name}${server}${namespace}`.includes('{{')) return undefined;
  return { name, server, namespace };
}

function words({ name, server, namespace }: Destination): string {
  return `Namespace ${namespace} of cluster ${name ?? server ?? ''}`;
}

/** Names and addresses of one cluster are not known to be the same: what the project says in the other way is let go. */
function takesDestination({ object }: SetObject, { name, server, namespace }: Destination): boolean {
  const [key, cluster] = name === undefined ? ['server', server ?? ''] : ['name', name];
  const entries = itemsOf(object, 'spec', 'destinations').map(([, one]) => ({
    place: textOf(one, key),
    within: textOf(one, 'namespace') ?? '',
  }));
  return (
    entries.some(({ place, within }) => (place === undefined || takes(place, cluster)) && takes(within, namespace)) &&
    !entries.some(({ place = '', within }) => refuses(place, cluster) || refuses(within, namespace))
  );
}

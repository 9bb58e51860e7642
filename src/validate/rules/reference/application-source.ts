import { textOf, textsOf } from '../../../analysis/index.ts';
import { formatObject } from '../../../kernel/index.ts';
import type { Fleet } from '../../../model/types.ts';
import { nearestNames } from '../../../schema/index.ts';
import { defineRule } from '../../rule.ts';
import { applicationSpecs, sourcesOf } from './applications.ts';

export const applicationSource = defineRule({
  id: 'application-source',
  set: 'reference',
  title: 'What an Application takes from this repository is rendered: its folder, and the values of its chart.',
  fix: 'Name the folder of a unit below `dist/`, or a values file below `dist/.values/`.',
  severity: 'error',
  needs: 'fleet',
  kinds: ['argoproj.io/Application', 'argoproj.io/ApplicationSet'],
  checkSet(world, report) {
    const { facts } = world;
    if (facts === undefined) return;
    const own = new Set(facts.fleet.clusters.flatMap(({ delivery }) => delivery?.repository ?? []));
    const { folders, values } = renderedOf(facts.fleet);
    for (const application of applicationSpecs(world)) {
      const { from } = application;
      const say = (messageId: string, path: string, pointer: string, known: Iterable<string>): void => {
        const near = nearestNames(path, [...known]);
        report(from, {
          messageId,
          message: `${formatObject(from.ref)} takes ${path} of this repository, which nothing renders`,
          pointer,
          seen: path,
          ...(near.length === 0 ? {} : { allowed: near.join(', ') }),
        });
      };
      for (const [pointer, source] of sourcesOf(application)) {
        const path = textOf(source, 'path')
          ?.replace(/^\.?\//, '')
          .replace(/\/$/, '');
        const ours = own.has(textOf(source, 'repoURL') ?? '');
        if (ours && path?.startsWith('dist/') === true && !path.includes('{{') && !folders.has(path))
          say('missing-folder', path, `${pointer}/path`, folders);
        for (const [place, file] of textsOf(source, 'helm', 'valueFiles').entries()) {
          const inside = /^\$\w+\/(dist\/.+)$/.exec(file)?.[1];
          if (inside === undefined || inside.includes('{{') || values.has(inside)) continue;
          say('missing-values', inside, `${pointer}/helm/valueFiles/${place}`, values);
        }
      }
    }
  },
});

/** Folders of units and those above them; values files. */
function renderedOf(fleet: Fleet): { readonly folders: ReadonlySet<string>; readonly values: ReadonlySet<string> } {
  const folders = new Set<string>();
  for (const { ref, hasObjects } of fleet.units) {
    if (!hasObjects) continue;
    const steps = ref.id.split('/');
    for (let end = 1; end <= steps.length; end++) folders.add(`dist/${steps.slice(0, end).join('/')}`);
  }
  return { folders, values: new Set(fleet.values.map(({ path }) => `dist/${path}`)) };
}

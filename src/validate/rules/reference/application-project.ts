import { memberOf, textOf } from '../../../analysis/index.ts';
import type { SetObject } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

const group = 'argoproj.io';

export const applicationProject = defineRule({
  id: 'application-project',
  set: 'reference',
  title: 'The project of an Application is there.',
  fix: 'Name an AppProject in the namespace of Argo CD, or add it.',
  severity: 'error',
  kinds: [`${group}/Application`, `${group}/ApplicationSet`],
  checkSet(world, report) {
    const check = (from: SetObject, spec: unknown, place: string): void => {
      const name = textOf(spec, 'project');
      // Argo CD makes `default` itself; a template's name is known when it is filled in.
      if (name === undefined || name === 'default' || name.includes('{{')) return;
      // Applications may lie in other namespaces, their projects do not: any AppProject of the name.
      const kind = `${group}/AppProject`;
      const pointer = `${place}/project`;
      want(referencesIn(world), report, {
        from,
        part: 'project',
        pointer,
        kind,
        namespace: undefined,
        name,
        alone: 'never',
      });
    };
    for (const from of world.ofKind(`${group}/Application`)) check(from, from.object['spec'], '/spec');
    for (const from of world.ofKind(`${group}/ApplicationSet`))
      check(from, memberOf(from.object, 'spec', 'template', 'spec'), '/spec/template/spec');
  },
});

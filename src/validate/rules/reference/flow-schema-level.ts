import type { FlowSchema } from '../../../schema/types/flowcontrol-v1.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

export const flowSchemaLevel = defineRule({
  id: 'flow-schema-level',
  set: 'reference',
  title: 'The priority level of a FlowSchema is there.',
  fix: 'Name a PriorityLevelConfiguration of the cluster: requests of the schema are handled as everything else until it is there.',
  severity: 'error',
  kinds: ['flowcontrol.apiserver.k8s.io/FlowSchema'],
  checkSet(world, report) {
    for (const from of world.ofKind('flowcontrol.apiserver.k8s.io/FlowSchema')) {
      const name = (from.object as FlowSchema).spec?.priorityLevelConfiguration?.name;
      if (name === undefined) continue;
      const kind = 'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration';
      const pointer = '/spec/priorityLevelConfiguration/name';
      const part = 'priorityLevelConfiguration';
      want(referencesIn(world), report, { from, part, pointer, kind, namespace: undefined, name, alone: 'hint' });
    }
  },
});

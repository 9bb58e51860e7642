import { podHolders } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

export const podPriorityClass = defineRule({
  id: 'pod-priority-class',
  set: 'reference',
  title: 'The priority class of a pod is there.',
  fix: 'Name a PriorityClass of the cluster, or add it: pods of a class that is not there are refused.',
  severity: 'error',
  kinds: 'every',
  checkSet(world, report) {
    for (const from of podHolders(world)) {
      const name = from.pod.spec.priorityClassName;
      if (name === undefined || name === '') continue;
      want(referencesIn(world), report, {
        from,
        part: 'priorityClassName',
        pointer: `${from.pod.pointer}/spec/priorityClassName`,
        kind: 'scheduling.k8s.io/PriorityClass',
        namespace: undefined,
        name,
        alone: 'never',
      });
    }
  },
});

import { podHolders } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

export const podRuntimeClass = defineRule({
  id: 'pod-runtime-class',
  set: 'reference',
  title: 'The runtime class of a pod is there.',
  fix: 'Name a RuntimeClass of the cluster, or declare the one that its nodes come with.',
  severity: 'error',
  kinds: 'every',
  checkSet(world, report) {
    for (const from of podHolders(world)) {
      const name = from.pod.spec.runtimeClassName;
      if (name === undefined || name === '') continue;
      want(referencesIn(world), report, {
        from,
        part: 'runtimeClassName',
        pointer: `${from.pod.pointer}/spec/runtimeClassName`,
        kind: 'node.k8s.io/RuntimeClass',
        namespace: undefined,
        name,
        alone: 'never',
      });
    }
  },
});

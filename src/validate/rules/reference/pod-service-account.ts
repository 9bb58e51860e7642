import { podHolders } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

export const podServiceAccount = defineRule({
  id: 'pod-service-account',
  set: 'reference',
  title: 'The service account of a pod is there.',
  fix: 'Name a ServiceAccount of the namespace, or add it: pods without it are refused.',
  severity: 'error',
  aliases: ['kube-linter/non-existent-service-account'],
  kinds: 'every',
  checkSet(world, report) {
    for (const from of podHolders(world)) {
      const name = from.pod.spec.serviceAccountName;
      if (name === undefined || name === '') continue;
      want(referencesIn(world), report, {
        from,
        part: 'serviceAccountName',
        pointer: `${from.pod.pointer}/spec/serviceAccountName`,
        kind: '/ServiceAccount',
        namespace: from.ref.namespace,
        name,
        alone: 'hint',
      });
    }
  },
});

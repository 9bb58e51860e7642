import type { RoleBinding } from '../../../schema/types/rbac-v1.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

const group = 'rbac.authorization.k8s.io';

export const bindingSubject = defineRule({
  id: 'binding-subject',
  set: 'reference',
  title: 'Service accounts that a binding gives rights to are there.',
  fix: 'Name a ServiceAccount and its namespace, or remove the subject: whoever makes an account of that name gets the rights.',
  severity: 'error',
  kinds: [`${group}/RoleBinding`, `${group}/ClusterRoleBinding`],
  checkSet(world, report) {
    const index = referencesIn(world);
    for (const from of [...world.ofKind(`${group}/RoleBinding`), ...world.ofKind(`${group}/ClusterRoleBinding`)]) {
      // What an API server makes itself is for accounts that its controllers make when they first run.
      if (from.labels['kubernetes.io/bootstrapping'] === 'rbac-defaults') continue;
      for (const [place, subject] of ((from.object as RoleBinding).subjects ?? []).entries()) {
        const { kind, name, namespace } = subject;
        if (kind !== 'ServiceAccount' || name === undefined || namespace === undefined) continue;
        // Plain files give rights to accounts of other namespaces, whose objects lie elsewhere.
        if (world.facts === undefined && world.inNamespace('/ServiceAccount', namespace).length === 0) continue;
        const pointer = `/subjects/${place}/name`;
        want(index, report, {
          from,
          part: 'subject',
          pointer,
          kind: '/ServiceAccount',
          namespace,
          name,
          alone: 'hint',
        });
      }
    }
  },
});

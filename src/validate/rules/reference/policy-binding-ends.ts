import { memberOf, textOf } from '../../../analysis/index.ts';
import { parseApiVersion } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

const group = 'admissionregistration.k8s.io';
/** Kind of the binding, kind of the policy. */
const pairs = ['ValidatingAdmissionPolicy', 'MutatingAdmissionPolicy'].map(
  (policy) => [`${group}/${policy}Binding`, `${group}/${policy}`] as const,
);

export const policyBindingEnds = defineRule({
  id: 'policy-binding-ends',
  set: 'reference',
  title: 'The policy that a binding puts into force, and its parameters, are there.',
  fix: 'Name a policy of the cluster in `policyName`, and an object of its `paramKind` in `paramRef`.',
  severity: 'error',
  kinds: pairs.map(([binding]) => binding),
  checkSet(world, report) {
    const index = referencesIn(world);
    for (const [binding, kind] of pairs) {
      for (const from of world.ofKind(binding)) {
        const name = textOf(from.object, 'spec', 'policyName');
        if (name === undefined) continue;
        const pointer = '/spec/policyName';
        const policy = want(index, report, {
          from,
          part: 'policyName',
          pointer,
          kind,
          namespace: undefined,
          name,
          alone: 'hint',
        });
        const param = textOf(from.object, 'spec', 'paramRef', 'name');
        const paramKind = memberOf(policy?.object?.object, 'spec', 'paramKind');
        const own = textOf(paramKind, 'kind');
        if (param === undefined || own === undefined) continue;
        want(index, report, {
          from,
          part: 'paramRef',
          pointer: '/spec/paramRef/name',
          kind: `${parseApiVersion(textOf(paramKind, 'apiVersion') ?? '').group}/${own}`,
          namespace: textOf(from.object, 'spec', 'paramRef', 'namespace'),
          name: param,
          alone: 'hint',
        });
      }
    }
  },
});

import { textOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

const group = 'gateway.networking.k8s.io';

export const gatewayClassExists = defineRule({
  id: 'gateway-class-exists',
  set: 'reference',
  title: 'The class of a Gateway, and the parameters of a class, are there.',
  fix: 'Name a GatewayClass of the cluster, or declare the one that a chart brings.',
  severity: 'error',
  kinds: [`${group}/Gateway`, `${group}/GatewayClass`],
  checkSet(world, report) {
    const index = referencesIn(world);
    for (const from of world.ofKind(`${group}/Gateway`)) {
      const name = textOf(from.object, 'spec', 'gatewayClassName');
      if (name === undefined) continue;
      const pointer = '/spec/gatewayClassName';
      const kind = `${group}/GatewayClass`;
      want(index, report, {
        from,
        part: 'gatewayClassName',
        pointer,
        kind,
        namespace: undefined,
        name,
        alone: 'never',
      });
    }
    for (const from of world.ofKind(`${group}/GatewayClass`)) {
      const field = ['spec', 'parametersRef'] as const;
      const name = textOf(from.object, ...field, 'name');
      const kind = `${textOf(from.object, ...field, 'group') ?? ''}/${textOf(from.object, ...field, 'kind') ?? ''}`;
      if (name === undefined) continue;
      const namespace = textOf(from.object, ...field, 'namespace');
      const pointer = '/spec/parametersRef/name';
      want(index, report, { from, part: 'parametersRef', pointer, kind, namespace, name, alone: 'never' });
    }
  },
});

import { listOf, mappingOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { namespacesOf } from './tenant-namespaces.ts';

export const argoDestinationOwner = defineRule({
  id: 'argo-destination-owner',
  set: 'recommended',
  title: "A tenant's Applications and its AppProject deliver to the tenant's own namespaces alone.",
  fix: 'Name a namespace of the tenant; other namespaces belong to other tenants or to the platform.',
  severity: 'error',
  needs: 'fleet',
  kinds: ['argoproj.io/Application', 'argoproj.io/AppProject'],
  check({ ref, decoded, manifest, target }, report) {
    const unit = manifest.file.origin?.unit;
    if (unit === undefined || unit.owner === 'platform' || target.facts === undefined) return;
    const own = namespacesOf(target.facts.fleet, unit.owner, unit.environment);
    const spec = mappingOf(mappingOf(decoded.object)['spec']);
    const destinations =
      ref.kind === 'Application'
        ? [{ destination: mappingOf(spec['destination']), pointer: '/spec/destination' }]
        : listOf(spec['destinations']).map((item, index) => ({
            destination: mappingOf(item),
            pointer: `/spec/destinations/${index}`,
          }));
    for (const { destination, pointer } of destinations) {
      const { namespace } = destination;
      if (typeof namespace === 'string' && own.includes(namespace)) continue;
      report({
        messageId: 'foreign',
        message: `the destination is ${typeof namespace === 'string' ? `namespace ${namespace}` : 'no namespace'}, and tenant ${unit.owner} has ${own.join(', ') || 'none'} in ${unit.environment}`,
        pointer: 'namespace' in destination ? `${pointer}/namespace` : pointer,
        ...(typeof namespace === 'string' ? { seen: namespace } : {}),
        allowed: own.join(', '),
      });
    }
  },
});

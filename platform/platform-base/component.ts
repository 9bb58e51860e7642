import { ClusterRole, PriorityClass, defineComponent } from 'keelson';
import type { Outputs } from '../capabilities.ts';
import { componentLabels } from '../names.ts';
import { aggregateTo, aggregationRule, deployerRules, roles, rules } from './tenant-roles.ts';

const labels = componentLabels('platform-base');

const priorities: Outputs<'priority-classes'> = {
  platform: 'meridian-platform',
  high: 'meridian-high',
  standard: 'meridian-standard',
  batch: 'meridian-batch',
};

/** Values and preemption are immutable: a new value needs a class of a new name. */
const priorityClasses = [
  {
    name: priorities.platform,
    value: 1_000_000,
    evicts: true,
    description: 'Platform components that tenants depend on.',
  },
  { name: priorities.high, value: 100_000, evicts: true, description: "Tenants' workloads that customers wait for." },
  { name: priorities.standard, value: 10_000, evicts: true, description: 'What names no class.' },
  {
    name: priorities.batch,
    value: 1_000,
    evicts: false,
    description: 'Work that may wait, and evicts nothing for itself.',
  },
  {
    // Not below -10: the cluster autoscaler would not add nodes for it (its flag --expendable-pods-priority-cutoff).
    name: 'meridian-overprovisioning',
    value: -10,
    evicts: false,
    description: 'Placeholder pods that hold spare room and give way to everything.',
  },
] as const;

export default defineComponent({
  name: 'platform-base',
  category: 'tenancy',
  description: 'PriorityClasses and the ClusterRoles that tenants are bound to.',
  owner: 'platform-core',
  lifecycle: { stage: 'ga', since: '2026-01-12' },
  provides: ['tenant-roles', 'priority-classes'],
  outputs: () => ({ 'tenant-roles': roles, 'priority-classes': priorities }),
  build(scope) {
    for (const { name, value, evicts, description } of priorityClasses) {
      new PriorityClass(scope, name, {
        metadata: { name, labels },
        value,
        ...(name === priorities.standard ? { globalDefault: true } : {}),
        preemptionPolicy: evicts ? 'PreemptLowerPriority' : 'Never',
        description,
      });
    }
    for (const level of ['view', 'edit', 'admin'] as const) {
      new ClusterRole(scope, roles[level], {
        metadata: { name: roles[level], labels },
        aggregationRule: aggregationRule(level),
      });
      const name = `meridian-aggregate-to-tenant-${level}`;
      new ClusterRole(scope, name, {
        metadata: { name, labels: { ...labels, [aggregateTo(level)]: 'true' } },
        rules: rules[level],
      });
    }
    new ClusterRole(scope, roles.deployer, { metadata: { name: roles.deployer, labels }, rules: deployerRules });
  },
});

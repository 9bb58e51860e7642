import type { FlowSchemaSpec, PriorityLevelConfigurationSpec } from '../../schema/types/flowcontrol-v1.ts';

/** Objects that every server keeps for itself, in these words only (k8s.io/apiserver/pkg/apis/flowcontrol/bootstrap). */

function everything(...groups: readonly string[]): NonNullable<FlowSchemaSpec['rules']> {
  const all = ['*'];
  return [
    {
      subjects: groups.map((name) => ({ kind: 'Group', group: { name } })),
      resourceRules: [{ verbs: all, apiGroups: all, resources: all, namespaces: all, clusterScope: true }],
      nonResourceRules: [{ verbs: all, nonResourceURLs: all }],
    },
  ];
}

export const fixedFlowSchemas: Readonly<Record<string, FlowSchemaSpec>> = {
  exempt: {
    priorityLevelConfiguration: { name: 'exempt' },
    matchingPrecedence: 1,
    rules: everything('system:masters'),
  },
  'catch-all': {
    priorityLevelConfiguration: { name: 'catch-all' },
    matchingPrecedence: 10_000,
    distinguisherMethod: { type: 'ByUser' },
    rules: everything('system:unauthenticated', 'system:authenticated'),
  },
};

export const fixedCatchAllLevel: PriorityLevelConfigurationSpec = {
  type: 'Limited',
  limited: { nominalConcurrencyShares: 5, lendablePercent: 0, limitResponse: { type: 'Reject' } },
};

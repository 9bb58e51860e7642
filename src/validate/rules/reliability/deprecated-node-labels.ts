import type { PodView } from '../../../analysis/index.ts';
import { step } from '../../../analysis/index.ts';
import { definePodRule } from '../../workloads/index.ts';

/** Labels of nodes that the API server itself warns of (k8s.io/kubernetes/pkg/api/node), with what replaces them. */
const replaced: ReadonlyMap<string, string> = new Map([
  ['beta.kubernetes.io/arch', 'kubernetes.io/arch'],
  ['beta.kubernetes.io/os', 'kubernetes.io/os'],
  ['beta.kubernetes.io/instance-type', 'node.kubernetes.io/instance-type'],
  ['failure-domain.beta.kubernetes.io/region', 'topology.kubernetes.io/region'],
  ['failure-domain.beta.kubernetes.io/zone', 'topology.kubernetes.io/zone'],
  ['node-role.kubernetes.io/master', 'node-role.kubernetes.io/control-plane'],
]);

export const deprecatedNodeLabels = definePodRule({
  id: 'deprecated-node-labels',
  set: 'life-cycle',
  title: 'Nodes are chosen by labels that they will keep.',
  fix: 'Use the label that replaces it.',
  severity: 'warning',
  checkPod(pod, report) {
    for (const { key, pointer, atKey } of keysOf(pod)) {
      const instead = replaced.get(key);
      if (instead === undefined) continue;
      report({
        messageId: 'deprecated',
        message: `label "${key}" of nodes is deprecated: newer nodes may not have it`,
        pointer,
        seen: key,
        allowed: instead,
        fix: `Use ${instead}.`,
        atKey,
      });
    }
  },
});

interface UsedKey {
  readonly key: string;
  readonly pointer: string;
  readonly atKey: boolean;
}

function keysOf({ spec, pointer }: PodView): readonly UsedKey[] {
  const at = `${pointer}/spec`;
  const required = 'requiredDuringSchedulingIgnoredDuringExecution';
  const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
  const nodes = spec.affinity?.nodeAffinity;
  const terms = [
    ...(nodes?.[required]?.nodeSelectorTerms ?? []).map((term, index) => ({
      term,
      pointer: `${at}/affinity/nodeAffinity/${required}/nodeSelectorTerms/${index}`,
    })),
    ...(nodes?.[preferred] ?? []).map(({ preference = {} }, index) => ({
      term: preference,
      pointer: `${at}/affinity/nodeAffinity/${preferred}/${index}/preference`,
    })),
  ];
  return [
    ...Object.keys(spec.nodeSelector ?? {}).map((key) => ({
      key,
      pointer: `${at}/nodeSelector${step(key)}`,
      atKey: true,
    })),
    ...(spec.topologySpreadConstraints ?? []).map(({ topologyKey = '' }, index) => ({
      key: topologyKey,
      pointer: `${at}/topologySpreadConstraints/${index}/topologyKey`,
      atKey: false,
    })),
    ...terms.flatMap((one) =>
      (one.term.matchExpressions ?? []).map(({ key = '' }, index) => ({
        key,
        pointer: `${one.pointer}/matchExpressions/${index}/key`,
        atKey: false,
      })),
    ),
  ];
}

import type { Disagreement } from './disagreement.ts';

const fromLimits = 'An API server takes a request that is not set from the limit.';
const initContainers = 'Init containers count for what a pod needs: a scheduler takes the larger sum.';

/** Each with the reason why we judge otherwise. One that explains nothing any more fails the test. */
export const disagreements: readonly Disagreement[] = [
  {
    check: 'kube-linter/unsafe-sysctls',
    found: 'by us',
    reason:
      'Whatever is not on the list of Kubernetes is unsafe to a kubelet, which refuses the pod; kube-linter lists five prefixes.',
  },
  { check: 'kube-linter/unset-cpu-requirements', found: 'by them', reason: fromLimits },
  { check: 'kube-linter/unset-memory-requirements', found: 'by them', reason: fromLimits },
  {
    check: 'kube-linter/restart-policy',
    found: 'by us',
    reason: 'A pod that nobody makes anew is the finding, whatever its restart policy.',
  },
  {
    check: 'kube-linter/priority-class-name',
    found: 'by us',
    reason:
      'Apps should say how important they are; kube-linter allows none and the classes of the system, which are not for apps.',
  },
  {
    check: 'kube-linter/priority-class-name',
    found: 'by them',
    reason: "A class of one's own is what apps should have; whether it exists is the reference's rule.",
  },
  {
    check: 'polaris/deploymentMissingReplicas',
    found: 'by us',
    cases: ['a set with one'],
    reason: 'One replica of a StatefulSet is as much of an outage when its node is drained.',
  },
  {
    check: 'polaris/deploymentMissingReplicas',
    found: 'by us',
    cases: ['two'],
    reason:
      'The rule that asks for three where everything is asked finds one and none, too; two is enough for the one that is recommended.',
  },
  {
    check: 'polaris/missingPodDisruptionBudget',
    found: 'by us',
    reason: 'StatefulSets are drained, too.',
  },
  { check: 'polaris/hpaMinAvailability', found: 'by us', reason: 'Left out, the minimum is one.' },
  { check: 'polaris/cpuRequestsMissing', found: 'by them', reason: fromLimits },
  { check: 'polaris/memoryRequestsMissing', found: 'by them', reason: fromLimits },
  ...['cpuRequestsMissing', 'cpuLimitsMissing', 'memoryRequestsMissing', 'memoryLimitsMissing'].map(
    (check): Disagreement => ({ check: `polaris/${check}`, found: 'by us', reason: initContainers }),
  ),
];

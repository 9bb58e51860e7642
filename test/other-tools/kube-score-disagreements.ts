import type { Disagreement } from './disagreement.ts';

const ofTheServer =
  'What an API server refuses in such an object is one rule here: it finds whatever else is wrong in the example.';
const noContainers =
  'There is no container: that is what the rules of the API server say, and there is nothing else to judge.';
const fromLimits =
  'An API server takes a request that is not set from the limit; what is set nowhere is the finding of the rules that ask for it.';
const unread = 'The fields are of an older form: the unknown fields are the finding, not that they lead nowhere.';

/** Where our verdict differs from kube-score's, and why. One that explains nothing any more fails the run. */
export const kubeScoreDisagreements: readonly Disagreement[] = [
  {
    check: 'kube-score/pod-probes',
    found: 'by us',
    reason: 'kube-score asks for probes of pods that a Service selects; workers hang and start slowly, too.',
  },
  { check: 'kube-score/container-ports-check', found: 'by us', reason: ofTheServer },
  { check: 'kube-score/pod-topology-spread-constraints', found: 'by us', reason: ofTheServer },
  {
    check: 'kube-score/deployment-pod-selector-labels-match-template-metadata-labels',
    found: 'by us',
    reason: ofTheServer,
  },
  {
    check: 'kube-score/deployment-has-poddisruptionbudget',
    found: 'by them',
    reason: 'A budget for a single replica only blocks the draining of nodes: we ask for one from two replicas on.',
  },
  {
    check: 'kube-score/statefulset-has-poddisruptionbudget',
    found: 'by them',
    reason: 'A budget for a single replica only blocks the draining of nodes: we ask for one from two replicas on.',
  },
  { check: 'kube-score/container-resource-requests-equal-limits', found: 'by them', reason: fromLimits },
  { check: 'kube-score/container-memory-requests-equal-limits', found: 'by them', reason: fromLimits },
  { check: 'kube-score/container-cpu-requests-equal-limits', found: 'by them', reason: fromLimits },
  {
    check: 'kube-score/container-resources',
    found: 'by them',
    cases: ['linenumbers.yaml', 'linenumbers-helm.yaml'],
    reason: noContainers,
  },
  { check: 'kube-score/container-resources', found: 'by them', reason: fromLimits },
  {
    check: 'kube-score/container-ephemeral-storage-request-and-limit',
    found: 'by them',
    cases: ['linenumbers.yaml', 'linenumbers-helm.yaml'],
    reason: noContainers,
  },
  { check: 'kube-score/container-ephemeral-storage-request-and-limit', found: 'by them', reason: fromLimits },
  {
    check: 'kube-score/statefulset-has-servicename',
    found: 'by them',
    reason:
      'A StatefulSet need not name a Service, and a Service without a namespace may be meant for any; a named one that is missing is a finding.',
  },
  {
    check: 'kube-score/container-seccomp-profile',
    found: 'by us',
    reason: 'The annotation is ignored since Kubernetes 1.27, Unconfined is no profile, and init containers run, too.',
  },
  { check: 'kube-score/container-seccomp-profile', found: 'by them', reason: noContainers },
  {
    check: 'kube-score/pod-networkpolicy',
    found: 'by them',
    cases: ['linenumbers.yaml', 'linenumbers-helm.yaml'],
    reason: noContainers,
  },
  {
    check: 'kube-score/pod-networkpolicy',
    found: 'by them',
    reason: 'A NetworkPolicy does not reach a pod in the network of its node; host-network is the finding there.',
  },
  { check: 'kube-score/deployment-has-host-podantiaffinity', found: 'by them', reason: noContainers },
  {
    check: 'kube-score/container-image-tag',
    found: 'by them',
    reason: 'There is no image at all: the API server refuses that, and valid-deployment says so.',
  },
  {
    check: 'kube-score/deployment-strategy',
    found: 'by us',
    reason:
      'kube-score asks this of Deployments that a Service selects; a worker that stops for each release is found here, too.',
  },
  {
    check: 'kube-score/deployment-replicas',
    found: 'by us',
    reason:
      'kube-score asks this of Deployments that a Service selects; without `replicas` there is one, whoever asks.',
  },
  {
    check: 'kube-score/networkpolicy-targets-pod',
    found: 'by them',
    cases: ['kube-linter/no-extensions-v1beta: new'],
    reason:
      'An empty selector is meant for every pod that will come to the namespace: the usual way to deny by default.',
  },
  { check: 'kube-score/networkpolicy-targets-pod', found: 'by them', reason: unread },
  { check: 'kube-score/ingress-targets-service', found: 'by them', reason: unread },
  {
    check: 'kube-score/service-targets-pod',
    found: 'by them',
    reason: 'A Service without a namespace may be meant for the namespace of the pods.',
  },
];

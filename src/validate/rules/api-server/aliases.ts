const pods: readonly string[] = [
  'kube-linter/invalid-target-ports',
  'kube-score/container-ports-check',
  'kube-score/pod-topology-spread-constraints',
];
const controllers: readonly string[] = [...pods, 'kube-linter/mismatching-selector', 'kube-linter/restart-policy'];

/** What other tools call what an API server refuses anyway, by rule. */
export const aliases: ReadonlyMap<string, readonly string[]> = new Map([
  ['valid-deployment', [...controllers, 'kube-score/deployment-pod-selector-labels-match-template-metadata-labels']],
  ['valid-stateful-set', [...controllers, 'kube-score/statefulset-pod-selector-labels-match-template-metadata-labels']],
  ['valid-daemon-set', controllers],
  ['valid-replica-set', controllers],
  ['valid-replication-controller', controllers],
  ['valid-job', [...pods, 'kube-linter/mismatching-selector']],
  ['valid-cron-job', [...pods, 'kube-score/cronjob-restartpolicy']],
  ['valid-pod', pods],
  ['valid-pod-template', pods],
  ['valid-service', ['kube-linter/invalid-target-ports']],
  ['valid-horizontal-pod-autoscaler', ['polaris/hpaMaxAvailability']],
]);

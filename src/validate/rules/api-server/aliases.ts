/** What other tools call what an API server refuses anyway, by rule. */
export const aliases: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'valid-deployment',
    [
      'kube-linter/mismatching-selector',
      'kube-linter/invalid-target-ports',
      'kube-score/deployment-pod-selector-labels-match-template-metadata-labels',
    ],
  ],
  [
    'valid-stateful-set',
    [
      'kube-linter/mismatching-selector',
      'kube-linter/invalid-target-ports',
      'kube-score/statefulset-pod-selector-labels-match-template-metadata-labels',
    ],
  ],
  ['valid-daemon-set', ['kube-linter/mismatching-selector', 'kube-linter/invalid-target-ports']],
  ['valid-replica-set', ['kube-linter/mismatching-selector', 'kube-linter/invalid-target-ports']],
  ['valid-job', ['kube-linter/mismatching-selector']],
  ['valid-service', ['kube-linter/invalid-target-ports']],
  ['valid-pod', ['kube-linter/invalid-target-ports']],
  ['valid-cron-job', ['kube-score/cronjob-restartpolicy']],
]);

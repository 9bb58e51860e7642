/** Checks of other tools that an API server makes itself, at the rules for the kinds that have them. */
const workloads: readonly string[] = [
  'kube-linter/invalid-target-ports',
  'kube-score/container-ports-check',
  'kube-score/pod-topology-spread-constraints',
];
const controllers: readonly string[] = [...workloads, 'kube-linter/mismatching-selector', 'kube-linter/restart-policy'];

const aliases: ReadonlyMap<string, readonly string[]> = new Map([
  ['valid-pod', workloads],
  ['valid-pod-template', workloads],
  ['valid-job', workloads],
  ['valid-cron-job', [...workloads, 'kube-score/cronjob-restartpolicy']],
  ['valid-daemon-set', controllers],
  ['valid-replica-set', controllers],
  ['valid-replication-controller', controllers],
  ['valid-deployment', [...controllers, 'kube-score/deployment-pod-selector-labels-match-template-metadata-labels']],
  ['valid-stateful-set', [...controllers, 'kube-score/statefulset-pod-selector-labels-match-template-metadata-labels']],
  ['valid-service', ['kube-linter/invalid-target-ports']],
  ['valid-horizontal-pod-autoscaler', ['polaris/hpaMaxAvailability']],
]);

/** What a rule's metadata gets, by its id. */
export function aliasesOf(id: string): { readonly aliases?: readonly string[] } {
  const own = aliases.get(id);
  return own === undefined ? {} : { aliases: own };
}

/** The checks of a tool, as facts: names alone. */
interface Tool {
  /** As aliases name it. */
  readonly name: string;
  readonly title: string;
  /** Where the list is, and of when. */
  readonly source: string;
  readonly count: number;
  readonly checks: readonly string[];
}

export const tools: readonly Tool[] = [
  {
    name: 'kube-linter',
    title: 'kube-linter',
    source: 'docs/generated/checks.md of stackrox/kube-linter',
    count: 63,
    checks: words(`
      dangling-service deprecated-service-account-field docker-sock drop-net-raw-capability duplicate-env-var
      env-var-secret host-ipc host-network host-pid invalid-target-ports job-ttl-seconds-after-finished latest-tag
      liveness-port mismatching-selector no-anti-affinity no-extensions-v1beta no-read-only-root-fs
      non-existent-service-account pdb-max-unavailable pdb-min-available pdb-unhealthy-pod-eviction-policy
      privilege-escalation-container privileged-container readiness-port run-as-non-root sensitive-host-mounts ssh-port
      startup-port unsafe-sysctls unset-cpu-requirements unset-memory-requirements

      access-to-create-pods access-to-secrets cluster-admin-role-binding dangling-horizontalpodautoscaler
      dangling-ingress dangling-networkpolicy dangling-networkpolicypeer-podselector dangling-servicemonitor
      default-service-account dnsconfig-options env-value-from exposed-services hpa-minimum-three-replicas
      minimum-three-replicas no-liveness-probe no-node-affinity no-readiness-probe no-rolling-update-strategy
      non-isolated-pod priority-class-name privileged-ports read-secret-from-env-var required-annotation-email
      required-label-owner restart-policy scc-deny-privileged-container schema-validation sorted-keys unsafe-proc-mount
      use-namespace wildcard-in-rules writable-host-mount
    `),
  },
  {
    name: 'kube-score',
    title: 'kube-score',
    source: 'README_CHECKS.md of zegl/kube-score',
    count: 39,
    checks: words(`
      deployment-strategy deployment-replicas ingress-targets-service cronjob-has-deadline cronjob-restartpolicy
      container-resources container-image-tag container-image-pull-policy
      container-ephemeral-storage-request-and-limit environment-variable-key-duplication
      statefulset-has-poddisruptionbudget deployment-has-poddisruptionbudget poddisruptionbudget-has-policy
      pod-networkpolicy networkpolicy-targets-pod pod-probes pod-probes-identical
      container-security-context-user-group-id container-security-context-privileged
      container-security-context-readonlyrootfilesystem service-targets-pod service-type stable-version
      deployment-has-host-podantiaffinity statefulset-has-host-podantiaffinity
      deployment-targeted-by-hpa-does-not-have-replicas-configured statefulset-has-servicename
      deployment-pod-selector-labels-match-template-metadata-labels
      statefulset-pod-selector-labels-match-template-metadata-labels label-values horizontalpodautoscaler-has-target
      horizontalpodautoscaler-replicas pod-topology-spread-constraints

      container-resource-requests-equal-limits container-cpu-requests-equal-limits
      container-memory-requests-equal-limits container-ephemeral-storage-request-equals-limit container-ports-check
      container-seccomp-profile
    `),
  },
  {
    name: 'polaris',
    title: 'Polaris',
    source: 'pkg/config/default.yaml of FairwindsOps/polaris',
    count: 44,
    checks: words(`
      deploymentMissingReplicas priorityClassNotSet tagNotSpecified pullPolicyNotAlways readinessProbeMissing
      livenessProbeMissing metadataAndInstanceMismatched pdbDisruptionsIsZero missingPodDisruptionBudget
      topologySpreadConstraint hpaMaxAvailability hpaMinAvailability pdbMinAvailableGreaterThanHPAMinReplicas

      cpuRequestsMissing cpuLimitsMissing memoryRequestsMissing memoryLimitsMissing

      automountServiceAccountToken hostIPCSet hostPathSet hostProcess hostPIDSet linuxHardening missingNetworkPolicy
      notReadOnlyRootFilesystem privilegeEscalationAllowed procMount runAsRootAllowed runAsPrivileged
      dangerousCapabilities insecureCapabilities hostNetworkSet hostPortSet tlsSettingsMissing sensitiveContainerEnvVar
      sensitiveConfigmapContent clusterrolePodExecAttach rolePodExecAttach clusterrolebindingPodExecAttach
      rolebindingClusterRolePodExecAttach rolebindingRolePodExecAttach clusterrolebindingClusterAdmin
      rolebindingClusterAdminClusterRole rolebindingClusterAdminRole
    `),
  },
];

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

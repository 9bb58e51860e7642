/**
 * Kinds without a namespace, by group. Kubernetes' own: 1.36, `kubectl api-resources --namespaced=false`; custom kinds: the
 * `spec.scope` of each project's CRD. A custom kind that is missing here is taken to be namespaced, unless its own unit holds
 * its CRD or the object itself has no namespace although its chart has one (`KubeObject`'s `clusterScoped`).
 */
const clusterScoped: Readonly<Record<string, readonly string[]>> = {
  '': ['Namespace', 'Node', 'PersistentVolume', 'ComponentStatus'],
  'admissionregistration.k8s.io': [
    'ValidatingWebhookConfiguration',
    'MutatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
  ],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'apiregistration.k8s.io': ['APIService'],
  'authentication.k8s.io': ['TokenReview', 'SelfSubjectReview'],
  'authorization.k8s.io': ['SubjectAccessReview', 'SelfSubjectAccessReview', 'SelfSubjectRulesReview'],
  'certificates.k8s.io': ['CertificateSigningRequest', 'ClusterTrustBundle'],
  'flowcontrol.apiserver.k8s.io': ['FlowSchema', 'PriorityLevelConfiguration'],
  'internal.apiserver.k8s.io': ['StorageVersion'],
  'networking.k8s.io': ['IngressClass', 'IPAddress', 'ServiceCIDR'],
  'node.k8s.io': ['RuntimeClass'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
  'resource.k8s.io': ['DeviceClass', 'ResourceSlice', 'DeviceTaintRule'],
  'scheduling.k8s.io': ['PriorityClass'],
  'storage.k8s.io': ['StorageClass', 'CSIDriver', 'CSINode', 'VolumeAttachment', 'VolumeAttributesClass'],
  'storagemigration.k8s.io': ['StorageVersionMigration'],
  'apiextensions.crossplane.io': ['CompositeResourceDefinition', 'Composition', 'EnvironmentConfig'],
  'capsule.clastix.io': ['Tenant', 'CapsuleConfiguration'],
  'cert-manager.io': ['ClusterIssuer'],
  'cilium.io': [
    'CiliumClusterwideNetworkPolicy',
    'CiliumClusterwideEnvoyConfig',
    'CiliumCIDRGroup',
    'CiliumEgressGatewayPolicy',
    'CiliumLoadBalancerIPPool',
    'CiliumL2AnnouncementPolicy',
  ],
  'external-secrets.io': ['ClusterSecretStore', 'ClusterExternalSecret', 'ClusterPushSecret'],
  'gateway.networking.k8s.io': ['GatewayClass'],
  'generators.external-secrets.io': ['ClusterGenerator'],
  'karpenter.k8s.aws': ['EC2NodeClass'],
  'karpenter.sh': ['NodePool', 'NodeClaim'],
  'kueue.x-k8s.io': ['ClusterQueue', 'ResourceFlavor', 'AdmissionCheck', 'WorkloadPriorityClass'],
  'kyverno.io': ['ClusterPolicy', 'ClusterCleanupPolicy', 'GlobalContextEntry'],
  'pkg.crossplane.io': ['Provider', 'Configuration', 'Function', 'DeploymentRuntimeConfig'],
  'policies.kyverno.io': ['ValidatingPolicy', 'MutatingPolicy', 'GeneratingPolicy', 'ImageValidatingPolicy'],
  'policy.networking.k8s.io': ['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'],
  'projectcalico.org': ['GlobalNetworkPolicy', 'GlobalNetworkSet', 'IPPool'],
  'snapshot.storage.k8s.io': ['VolumeSnapshotClass', 'VolumeSnapshotContent'],
  'templates.gatekeeper.sh': ['ConstraintTemplate'],
  'trust.cert-manager.io': ['Bundle'],
};

export function isKnownClusterScoped(group: string, kind: string): boolean {
  // Every Gatekeeper constraint is a kind of its own, all of them cluster-scoped.
  return group === 'constraints.gatekeeper.sh' || (clusterScoped[group]?.includes(kind) ?? false);
}

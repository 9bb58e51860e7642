import type { ObjectRef } from '../kernel/index.ts';

/**
 * Kinds that an API server serves by itself, Kubernetes 1.36 and before (k8s.io/api `register.go` of each group). Only the
 * length of a file's name depends on it: a kind that is missing here is named with its group. `*` marks cluster scope.
 * A kind that two groups serve belongs to the first that lists it here (Event: the core group). Entries must stay: a
 * removal would rename files.
 */
const kinds: Readonly<Record<string, string>> = {
  '': 'ConfigMap Endpoints Event LimitRange Namespace* Node* PersistentVolume* PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount',
  apps: 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet',
  batch: 'CronJob Job',
  autoscaling: 'HorizontalPodAutoscaler',
  policy: 'PodDisruptionBudget',
  'networking.k8s.io': 'Ingress IngressClass* IPAddress* NetworkPolicy ServiceCIDR*',
  'rbac.authorization.k8s.io': 'ClusterRole* ClusterRoleBinding* Role RoleBinding',
  'storage.k8s.io': 'CSIDriver* CSINode* CSIStorageCapacity StorageClass* VolumeAttachment* VolumeAttributesClass*',
  'scheduling.k8s.io': 'PriorityClass*',
  'admissionregistration.k8s.io':
    'MutatingAdmissionPolicy* MutatingAdmissionPolicyBinding* MutatingWebhookConfiguration* ValidatingAdmissionPolicy* ValidatingAdmissionPolicyBinding* ValidatingWebhookConfiguration*',
  'apiextensions.k8s.io': 'CustomResourceDefinition*',
  'apiregistration.k8s.io': 'APIService*',
  'coordination.k8s.io': 'Lease LeaseCandidate',
  'discovery.k8s.io': 'EndpointSlice',
  'node.k8s.io': 'RuntimeClass*',
  'certificates.k8s.io': 'CertificateSigningRequest* ClusterTrustBundle* PodCertificateRequest',
  'events.k8s.io': 'Event',
  'flowcontrol.apiserver.k8s.io': 'FlowSchema* PriorityLevelConfiguration*',
  'resource.k8s.io': 'DeviceClass* DeviceTaintRule* ResourceClaim ResourceClaimTemplate ResourceSlice*',
  'authentication.k8s.io': 'SelfSubjectReview* TokenRequest TokenReview*',
  'authorization.k8s.io':
    'LocalSubjectAccessReview SelfSubjectAccessReview* SelfSubjectRulesReview* SubjectAccessReview*',
  'storagemigration.k8s.io': 'StorageVersionMigration*',
  'internal.apiserver.k8s.io': 'StorageVersion*',
};

interface BuiltInKind {
  readonly kind: string;
  readonly group: string;
  readonly clusterScoped: boolean;
}

/** Lower-case kind -> the kind, in the group that owns the short name. */
const byLowerCaseKind = new Map<string, BuiltInKind>();
for (const [group, names] of Object.entries(kinds)) {
  for (const name of names.split(' ')) {
    const kind = name.replace('*', '');
    const key = kind.toLowerCase();
    if (!byLowerCaseKind.has(key)) byLowerCaseKind.set(key, { kind, group, clusterScoped: name.endsWith('*') });
  }
}

/** The group is Kubernetes' own: its kinds need no CustomResourceDefinition. */
export function isBuiltInGroup(group: string): boolean {
  return Object.hasOwn(kinds, group);
}

/** Whether the kind is named without its group. */
export function hasShortName(ref: Pick<ObjectRef, 'group' | 'kind'>): boolean {
  const known = byLowerCaseKind.get(ref.kind.toLowerCase());
  return known !== undefined && known.kind === ref.kind && known.group === ref.group;
}

/**
 * Whether a file's name is written as for a cluster-scoped kind. For kinds that are not Kubernetes' own it is a convention
 * about names (`ClusterIssuer`, `GatewayClass`); where it is wrong the file's name gets longer, never ambiguous.
 */
export function isNamedAsClusterScoped(ref: Pick<ObjectRef, 'group' | 'kind'>): boolean {
  if (hasShortName(ref)) return byLowerCaseKind.get(ref.kind.toLowerCase())?.clusterScoped ?? false;
  return /^Cluster[A-Z]|[a-z]Class$/.test(ref.kind);
}

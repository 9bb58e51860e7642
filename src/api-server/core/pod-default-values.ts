type Fields = Readonly<Record<string, unknown>>;

const action = { 'httpGet.path': '/', 'httpGet.scheme': 'HTTP' };
const probe = { ...action, failureThreshold: 3, periodSeconds: 10, successThreshold: 1, timeoutSeconds: 1 };

const ofContainer: Fields = {
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
  'ports.protocol': 'TCP',
  'env.valueFrom.fieldRef.apiVersion': 'v1',
  ...below('livenessProbe', probe),
  ...below('readinessProbe', probe),
  ...below('startupProbe', probe),
  ...below('lifecycle.postStart', action),
  ...below('lifecycle.preStop', action),
};

const ofVolume: Fields = {
  'configMap.defaultMode': 420,
  'secret.defaultMode': 420,
  'downwardAPI.defaultMode': 420,
  'downwardAPI.items.fieldRef.apiVersion': 'v1',
  'projected.defaultMode': 420,
  'projected.sources.serviceAccountToken.expirationSeconds': 3600,
  'projected.sources.downwardAPI.items.fieldRef.apiVersion': 'v1',
  'ephemeral.volumeClaimTemplate.spec.volumeMode': 'Filesystem',
  'azureDisk.cachingMode': 'ReadWrite',
  'azureDisk.fsType': 'ext4',
  'azureDisk.kind': 'Shared',
  'iscsi.iscsiInterface': 'default',
  'rbd.keyring': '/etc/ceph/keyring',
  'rbd.pool': 'rbd',
  'rbd.user': 'admin',
  'scaleIO.fsType': 'xfs',
  'scaleIO.storageMode': 'ThinProvisioned',
};

/** A path without positions, and what stands there when nothing is written. */
export const ofTemplate: Fields = {
  dnsPolicy: 'ClusterFirst',
  restartPolicy: 'Always',
  schedulerName: 'default-scheduler',
  terminationGracePeriodSeconds: 30,
  ...below('containers', ofContainer),
  ...below('initContainers', ofContainer),
  ...below('volumes', ofVolume),
};

export const ofPod: Fields = {
  ...ofTemplate,
  enableServiceLinks: true,
  preemptionPolicy: 'PreemptLowerPriority',
  serviceAccountName: 'default',
};

const claim = 'volumes.ephemeral.volumeClaimTemplate.spec.resources';
const resources = ['resources', 'containers.resources', 'initContainers.resources', claim];

/** Maps of amounts. */
export const amountLists = ['overhead', ...resources.flatMap((path) => [`${path}.limits`, `${path}.requests`])];

/** Single amounts. */
export const amounts = [
  'containers.env.valueFrom.resourceFieldRef.divisor',
  'initContainers.env.valueFrom.resourceFieldRef.divisor',
  'volumes.downwardAPI.items.resourceFieldRef.divisor',
  'volumes.emptyDir.sizeLimit',
  'volumes.projected.sources.downwardAPI.items.resourceFieldRef.divisor',
];

function below(path: string, fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${path}.${name}`, value]));
}

import type { PodSpec } from '../../schema/types/core-v1.ts';
import { rounded } from './resources.ts';

type Fields = Readonly<Record<string, unknown>>;
type Change = (value: unknown) => unknown;

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
const defaults: Fields = {
  dnsPolicy: 'ClusterFirst',
  enableServiceLinks: true,
  preemptionPolicy: 'PreemptLowerPriority',
  restartPolicy: 'Always',
  schedulerName: 'default-scheduler',
  terminationGracePeriodSeconds: 30,
  ...below('containers', ofContainer),
  ...below('initContainers', ofContainer),
  ...below('volumes', ofVolume),
};

const claim = 'volumes.ephemeral.volumeClaimTemplate.spec.resources';
const amounts = ['resources', 'containers.resources', 'initContainers.resources', claim].flatMap((path) => [
  `${path}.limits`,
  `${path}.requests`,
]);
const quantities = [
  'containers.env.valueFrom.resourceFieldRef.divisor',
  'initContainers.env.valueFrom.resourceFieldRef.divisor',
  'volumes.downwardAPI.items.resourceFieldRef.divisor',
  'volumes.emptyDir.sizeLimit',
  'volumes.projected.sources.downwardAPI.items.resourceFieldRef.divisor',
];

/** What the server makes of a Pod's spec, so far as a file may leave it out or spell it otherwise: for comparing two. */
export function withPodDefaults(spec: PodSpec): PodSpec {
  const { serviceAccount, ...rest } = spec;
  let all: unknown = { ...rest, serviceAccountName: spec.serviceAccountName || serviceAccount || 'default' };
  for (const list of ['containers', 'initContainers']) all = changeAt(all, [list], withContainerDefaults);
  if (spec.hostNetwork === true)
    for (const list of ['containers', 'initContainers']) all = changeAt(all, [list, 'ports'], onHost);
  for (const [path, value] of Object.entries(defaults)) {
    all = changeAt(all, path.split('.'), (written) => (isUnset(written, path) ? value : written));
  }
  for (const path of quantities) all = changeAt(all, path.split('.'), amountOf);
  for (const path of ['overhead', ...amounts]) {
    all = changeAt(all, path.split('.'), (list) =>
      Object.fromEntries(entriesOf(list).map(([name, one]) => [name, amountOf(one)])),
    );
  }
  return all as PodSpec;
}

function below(path: string, fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${path}.${name}`, value]));
}

/** Every item of a list on the way. What is not there on the way stays away. */
function changeAt(value: unknown, [name, ...rest]: readonly string[], change: Change): unknown {
  if (Array.isArray(value))
    return value.map((item) => changeAt(item, name === undefined ? [] : [name, ...rest], change));
  if (name === undefined) return change(value);
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Fields;
  if (rest.length > 0 && fields[name] === undefined) return value;
  return { ...fields, [name]: changeAt(fields[name], rest, change) };
}

/** Zero is none in a probe; elsewhere it is a number like others. */
function isUnset(value: unknown, path: string): boolean {
  return value === undefined || value === '' || (value === 0 && path.includes('Probe.'));
}

function withContainerDefaults(value: unknown): unknown {
  if (value === undefined) return value;
  const container = (value ?? {}) as Fields & {
    readonly image?: string;
    readonly resources?: Readonly<Record<string, Fields>>;
  };
  const { image = '', imagePullPolicy, resources } = container;
  const policy = isLatest(image) ? 'Always' : 'IfNotPresent';
  return {
    ...container,
    imagePullPolicy: imagePullPolicy || policy,
    resources: { ...resources, requests: { ...resources?.['limits'], ...resources?.['requests'] } },
  };
}

function isLatest(image: string): boolean {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return name.endsWith(':latest') || (!name.includes(':') && !name.includes('@'));
}

function onHost(value: unknown): unknown {
  if (value === undefined) return value;
  const port = (value ?? {}) as Fields;
  return { ...port, hostPort: port['hostPort'] || port['containerPort'] };
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries((value ?? {}) as Fields);
}

/** As many billionths: the same however it is written. */
function amountOf(value: unknown): unknown {
  return typeof value === 'string' || typeof value === 'number' ? (rounded(value)?.nano ?? value) : value;
}

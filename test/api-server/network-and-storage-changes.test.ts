import { describe, expect, test } from 'vitest';
import { findKindValidation, validateObject, validateObjectUpdate } from '#src/api-server/index.ts';
import type { FieldError } from '#src/api-server/index.ts';

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: object;
  readonly spec?: object;
  readonly status?: object;
}

const newest = 36;

/** Fields that the server would name, of a new object or of a change as files show it. */
function refused(object: Manifest, old?: Manifest, minor = newest): readonly string[] {
  const validation = findKindValidation(object.apiVersion, object.kind);
  if (validation === undefined) throw new Error(`${object.kind} has no validation`);
  const errors: FieldError[] = [];
  if (old === undefined) validateObject({ minor, errors }, object, validation, { namespaced: true });
  else validateObjectUpdate({ minor, errors }, object, old, validation, { namespaced: true });
  return errors.map(({ field }) => field);
}

const metadata = { name: 'web', namespace: 'shop' };

function service(spec: object): Manifest {
  return { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ port: 80 }], ...spec } };
}

function claim(storage: string, rest: object = {}, spec: object = {}): Manifest {
  const wanted = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } }, ...spec };
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata, spec: wanted, ...rest };
}

function volume(spec: object): Manifest {
  const wanted = { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, ...spec };
  return { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'disk' }, spec: wanted };
}

function affinity(key: string): object {
  return { required: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values: ['a'] }] }] } };
}

describe('a Service', () => {
  test('that leaves its type keeps what it had, but takes nothing new', () => {
    const balanced = { allocateLoadBalancerNodePorts: false, externalTrafficPolicy: 'Local', loadBalancerClass: 'a/b' };
    const ports = { ports: [{ port: 80, nodePort: 32080 }] };
    const old = service({ type: 'LoadBalancer', healthCheckNodePort: 32081, ...balanced, ...ports });
    expect(refused(service({ healthCheckNodePort: 32081, ...balanced, ...ports }), old)).toEqual([]);
    expect(refused(service({ ports: [{ port: 80, nodePort: 32090 }] }), old)).toEqual(['spec.ports[0].nodePort']);
    expect(refused(service({ loadBalancerClass: 'c/d' }), old)).toEqual(['spec.loadBalancerClass']);
  });

  test('keeps its address, whether a file names it or the cluster gave it', () => {
    const old = service({ clusterIP: '10.96.0.7' });
    expect(refused(service({}), old)).toEqual([]);
    expect(refused(service({ clusterIP: '10.96.0.8' }), old)).toEqual(['spec.clusterIPs[0]']);
    expect(refused(service({ clusterIP: 'None' }), service({}))).toEqual(['spec.clusterIPs[0]']);
    expect(refused(service({ clusterIP: '10.96.0.7' }), service({}))).toEqual([]);
    const outside = { type: 'ExternalName', externalName: 'example.org' };
    expect(refused(service({ clusterIP: 'None' }), service(outside))).toEqual([]);
  });

  test('keeps addresses that newer servers would not take', () => {
    const spec = { type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.1/8'], externalIPs: ['010.1.2.3'] };
    expect(refused(service(spec), service(spec))).toEqual([]);
    expect(refused(service(spec))).toEqual(['spec.externalIPs[0]', 'spec.LoadBalancerSourceRanges[0]']);
    expect(refused(service(spec), undefined, 35)).toEqual([]);
  });

  test('has a policy for outside traffic beside external addresses since Kubernetes 1.29', () => {
    const spec = { externalIPs: ['198.51.100.7'], externalTrafficPolicy: 'Local' };
    expect(refused(service(spec), undefined, 29)).toEqual([]);
    expect(refused(service(spec), undefined, 28)).toEqual(['spec.externalTrafficPolicy']);
  });
});

describe('a PersistentVolumeClaim', () => {
  const annotations = { 'pv.kubernetes.io/bind-completed': 'yes' };

  test('grows when it may be bound', () => {
    expect(refused(claim('2Gi'), claim('1Gi'))).toEqual([]);
    expect(refused(claim('2Gi'), claim('1Gi', { status: { phase: 'Bound' } }))).toEqual([]);
    expect(refused(claim('2Gi'), claim('1Gi', { status: { phase: 'Pending' } }))).toEqual(['spec']);
    expect(refused(claim('2Gi'), claim('1Gi', { metadata: { ...metadata, uid: 'a' } }))).toEqual(['spec']);
    expect(refused(claim('2Gi'), claim('1Gi', { metadata: { ...metadata, uid: 'a', annotations } }))).toEqual([]);
  });

  test('shrinks only to what its volume never reached', () => {
    const size = 'spec.resources.requests.storage';
    const status = { phase: 'Bound', capacity: { storage: '1Gi' } };
    expect(refused(claim('1Gi'), claim('1024Mi'))).toEqual([]);
    expect(refused(claim('2Gi'), claim('3Gi', { status }))).toEqual([]);
    expect(refused(claim('2Gi'), claim('3Gi', { status }), 31)).toEqual([size]);
    expect(refused(claim('1Gi'), claim('3Gi', { status }))).toEqual([size]);
    expect(refused(claim('1Gi'), claim('3Gi'))).toContain(size);
  });

  test('gets its class and its volume once', () => {
    expect(refused(claim('1Gi', {}, { storageClassName: 'fast' }), claim('1Gi'))).toEqual([]);
    const fast = claim('1Gi', {}, { storageClassName: 'fast', volumeName: 'disk' });
    expect(refused(claim('1Gi', {}, { storageClassName: 'slow', volumeName: 'disk' }), fast)).toEqual(['spec']);
    expect(refused(fast, claim('1Gi', {}, { storageClassName: 'fast' }))).toEqual([]);
    expect(refused(claim('1Gi', {}, { storageClassName: 'fast' }), fast)).toEqual(['spec']);
  });

  test('asks for one pod alone since Kubernetes 1.27', () => {
    const spec = { accessModes: ['ReadWriteOncePod'] };
    expect(refused(claim('1Gi', {}, spec), undefined, 27)).toEqual([]);
    expect(refused(claim('1Gi', {}, spec), undefined, 26)).toEqual(['spec.accessModes']);
  });
});

describe('a PersistentVolume', () => {
  test('keeps its source, in whatever way it is written', () => {
    const source = { targetPortal: '10.0.2.15:3260', iqn: 'iqn.2001-04.org.example:disk' };
    const old = volume({ iscsi: source });
    expect(refused(volume({ iscsi: { ...source, iscsiInterface: 'default', lun: 0 } }), old)).toEqual([]);
    expect(refused(volume({ iscsi: { ...source, lun: 1 } }), old)).toEqual(['spec.persistentvolumesource']);
  });

  test('may get a secret for expansion, once', () => {
    const csi = { driver: 'disk.csi.example.org', volumeHandle: 'disk-17' };
    const secret = { controllerExpandSecretRef: { name: 'expand', namespace: 'disks' } };
    expect(refused(volume({ csi: { ...csi, ...secret } }), volume({ csi }))).toEqual([]);
    expect(refused(volume({ csi }), volume({ csi: { ...csi, ...secret } }))).toEqual(['spec.persistentvolumesource']);
  });

  test('may name the nodes of its disk by newer labels', () => {
    const old = volume({ local: { path: '/mnt' }, nodeAffinity: affinity('failure-domain.beta.kubernetes.io/zone') });
    const nodes = { local: { path: '/mnt' }, nodeAffinity: affinity('topology.kubernetes.io/zone') };
    expect(refused(volume(nodes), old)).toEqual([]);
    expect(refused(volume({ ...nodes, nodeAffinity: affinity('rack') }), old)).toEqual(['nodeAffinity']);
  });
});

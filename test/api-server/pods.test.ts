import { describe, expect, test } from 'vitest';
import { findKindValidation, validateObject, validateObjectUpdate } from '#src/api-server/index.ts';
import type { FieldError } from '#src/api-server/index.ts';
import type { PodSpec } from '#src/schema/types/core-v1.ts';

const pod = findKindValidation('v1', 'Pod');
if (pod === undefined) throw new Error('Pod has no validation');
const validation = pod;

const containers = [{ name: 'web', image: 'web:1' }];

function podOf(spec: PodSpec): object {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec: { containers, ...spec } };
}

function refused(spec: PodSpec, minor: number): readonly string[] {
  const errors: FieldError[] = [];
  validateObject({ minor, errors }, podOf(spec), validation, { namespaced: true });
  return errors.map(({ field }) => field);
}

function refusedChange(spec: PodSpec, old: PodSpec, minor = 36): readonly string[] {
  const errors: FieldError[] = [];
  validateObjectUpdate({ minor, errors }, podOf(spec), podOf(old), validation, { namespaced: true });
  return errors.map(({ field }) => field);
}

/** The server's own code of each version is the source: no server older than 1.34 is asked. */
describe('what changes with the version', () => {
  const aliases: PodSpec = { hostAliases: [{ ip: 'here', hostnames: ['A'] }] };
  const gated: PodSpec = { nodeName: 'a', schedulingGates: [{ name: 'example.com/a' }] };
  const image: PodSpec = {
    volumes: [{ name: 'model', image: {} }],
    containers: [{ name: 'web', image: 'web:1', volumeMounts: [{ name: 'model', mountPath: '/model' }] }],
  };
  const bundle = { clusterTrustBundle: { name: 'a', signerName: 'b', path: 'ca.pem' } };
  const trust: PodSpec = { volumes: [{ name: 'trust', projected: { sources: [bundle] } }] };
  const token = { serviceAccountToken: { path: '../token' } };
  const term = { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a b'] }] };
  const nodeAffinity = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } };
  const affinity: PodSpec = { affinity: { nodeAffinity } };
  const values =
    'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values[0]';
  const spread = {
    maxSkew: 1,
    topologyKey: 'zone',
    whenUnsatisfiable: 'DoNotSchedule',
    labelSelector: { matchLabels: { a: '-' } },
  };
  const cases: readonly (readonly [name: string, spec: PodSpec, minor: number, fields: readonly string[]])[] = [
    ['host aliases', aliases, 32, ['spec.hostAliases.ip', 'spec.hostAliases.hostnames']],
    ['host aliases', aliases, 33, ['spec.hostAliases[0].ip', 'spec.hostAliases[0].hostnames[0]']],
    ['gates on a node', gated, 26, []],
    ['gates on a node', gated, 27, ['spec.nodeName']],
    ['image volumes', image, 34, []],
    ['image volumes', image, 35, ['spec.volumes[0].image.reference', 'spec.containers[0].volumeMounts[0].name']],
    ['trust bundles', trust, 36, []],
    ['trust bundles', trust, 37, ['spec.volumes[0].projected.sources[0].clusterTrustBundle']],
    ['paths of tokens', { volumes: [{ name: 'a', projected: { sources: [token] } }] }, 28, []],
    [
      'paths of tokens',
      { volumes: [{ name: 'a', projected: { sources: [token] } }] },
      29,
      ['spec.volumes[0].projected.path'],
    ],
    ['values of node selectors', affinity, 31, []],
    ['values of node selectors', affinity, 32, [values]],
    ['selectors of a spread', { topologySpreadConstraints: [spread] }, 26, []],
    [
      'selectors of a spread',
      { topologySpreadConstraints: [spread] },
      27,
      ['spec.topologySpreadConstraints[0].labelSelector.matchLabels'],
    ],
    [
      'long search lists',
      { dnsConfig: { searches: Array.from({ length: 7 }, () => 'a') } },
      25,
      ['spec.dnsConfig.searches'],
    ],
    ['long search lists', { dnsConfig: { searches: Array.from({ length: 7 }, () => 'a') } }, 26, []],
    ['names with underscores', { dnsConfig: { searches: ['_a.b'] } }, 32, ['spec.dnsConfig.searches[0]']],
    ['names with underscores', { dnsConfig: { searches: ['_a.b'] } }, 33, []],
    [
      'a shared namespace',
      { hostPID: true, shareProcessNamespace: true },
      36,
      ['spec.securityContext.shareProcessNamespace'],
    ],
    ['a shared namespace', { hostPID: true, shareProcessNamespace: true }, 37, ['spec.shareProcessNamespace']],
    [
      'moving SELinux labels',
      { securityContext: { seLinuxChangePolicy: 'MountOption' } },
      36,
      ['spec.securityContext.seLinuxChangePolicy'],
    ],
    ['moving SELinux labels', { securityContext: { seLinuxChangePolicy: 'MountOption' } }, 37, []],
  ];

  test.each(cases)('%s: %j in 1.%i', (_, spec, minor, fields) => {
    expect([...new Set(refused(spec, minor))]).toEqual(fields);
  });
});

/** As files show it: nothing of what the server adds is there, or all of it on one side. */
describe('a changed Pod', () => {
  const stored: PodSpec = {
    dnsPolicy: 'ClusterFirst',
    enableServiceLinks: true,
    priority: 0,
    preemptionPolicy: 'PreemptLowerPriority',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    serviceAccount: 'default',
    serviceAccountName: 'default',
    terminationGracePeriodSeconds: 30,
    securityContext: {},
    tolerations: [
      { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 },
      { key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 },
    ],
    volumes: [{ name: 'keys', secret: { secretName: 'keys', defaultMode: 420 } }],
    containers: [
      {
        name: 'web',
        image: 'web:1',
        imagePullPolicy: 'IfNotPresent',
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
        ports: [{ containerPort: 80, protocol: 'TCP' }],
        resources: { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '1', memory: '1Gi' } },
        readinessProbe: {
          httpGet: { path: '/', port: 80, scheme: 'HTTP' },
          timeoutSeconds: 1,
          periodSeconds: 10,
          successThreshold: 1,
          failureThreshold: 3,
        },
      },
    ],
  };
  const written = {
    name: 'web',
    image: 'web:1',
    ports: [{ containerPort: 80 }],
    resources: { limits: { cpu: '1000m', memory: '1024Mi' } },
    readinessProbe: { httpGet: { port: 80 } },
  };
  const volumes = [{ name: 'keys', secret: { secretName: 'keys' } }];

  test('is the same when it is written without defaults, or in other units', () => {
    expect(refusedChange({ volumes, containers: [written] }, stored)).toEqual([]);
  });

  test('may get another image, more tolerations and fewer gates', () => {
    const tolerations = [{ key: 'a', operator: 'Exists' }];
    expect(refusedChange({ volumes, tolerations, containers: [{ ...written, image: 'web:2' }] }, stored)).toEqual([]);
    const gates = { schedulingGates: [{ name: 'example.com/a' }, { name: 'example.com/b' }] };
    expect(refusedChange({ schedulingGates: [{ name: 'example.com/b' }] }, gates)).toEqual([]);
    expect(refusedChange({ schedulingGates: [{ name: 'example.com/c' }] }, gates)).toEqual([
      'spec.schedulingGates[0].name',
    ]);
  });

  test('may not get anything else', () => {
    expect(refusedChange({ dnsPolicy: 'Default' }, {})).toEqual(['spec']);
    expect(refusedChange({ hostUsers: true }, {})).toEqual(['spec']);
    expect(refusedChange({ containers: [...containers, { name: 'b', image: 'b' }] }, {})).toEqual(['spec.containers']);
    expect(refusedChange({ tolerations: [] }, { tolerations: [{ key: 'a', operator: 'Exists' }] })).toEqual([
      'spec.tolerations',
    ]);
    expect(refusedChange({ activeDeadlineSeconds: 20 }, { activeDeadlineSeconds: 10 })).toEqual([
      'spec.activeDeadlineSeconds',
    ]);
  });

  test('may be sent to fewer nodes while it waits, never to others', () => {
    const gated: PodSpec = { schedulingGates: [{ name: 'example.com/a' }], nodeSelector: { pool: 'a' } };
    expect(refusedChange({ ...gated, nodeSelector: { pool: 'a', zone: 'b' } }, gated)).toEqual([]);
    expect(refusedChange({ ...gated, nodeSelector: { pool: 'b' } }, gated)).toEqual(['spec.nodeSelector']);
    expect(refusedChange({ nodeSelector: { pool: 'a', zone: 'b' } }, { nodeSelector: { pool: 'a' } })).toEqual([
      'spec',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { findKindValidation, validateObjectUpdate } from '#src/api-server/index.ts';
import type { FieldError } from '#src/api-server/index.ts';

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: object;
  readonly spec?: object;
  readonly status?: object;
}

/** Fields that the server would name, asked about a change as files show it: nothing of what the server adds is there. */
function refused(object: Manifest, old: Manifest, minor = 36): readonly string[] {
  const validation = findKindValidation(object.apiVersion, object.kind);
  if (validation === undefined) throw new Error(`${object.kind} has no validation`);
  const errors: FieldError[] = [];
  validateObjectUpdate({ minor, errors }, object, old, validation, { namespaced: true });
  return errors.map(({ field }) => field);
}

const metadata = { name: 'web', namespace: 'shop' };
const selector = { matchLabels: { app: 'web' } };
const podSpec = { containers: [{ name: 'web', image: 'web:1', resources: { limits: { memory: '1Gi' } } }] };
const template = { metadata: { labels: { app: 'web' } }, spec: podSpec };

function claimSpec(storage: string): object {
  return { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } };
}

function set(spec: object): Manifest {
  return { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec: { selector, template, ...spec } };
}

describe('a StatefulSet', () => {
  const claim = { metadata: { name: 'data' }, spec: claimSpec('1Gi') };
  const old = set({ volumeClaimTemplates: [claim] });

  test('may change its replicas, its template and, on newer servers, its history', () => {
    const claims = { volumeClaimTemplates: [claim] };
    expect(refused(set({ ...claims, replicas: 3, minReadySeconds: 1, ordinals: { start: 2 } }), old)).toEqual([]);
    expect(refused(set({ ...claims, revisionHistoryLimit: 3 }), old)).toEqual([]);
    expect(refused(set({ ...claims, revisionHistoryLimit: 3 }), old, 32)).toEqual(['spec']);
  });

  test('may not change its claims, save in how they are written', () => {
    expect(refused(set({ volumeClaimTemplates: [{ ...claim, spec: claimSpec('1024Mi') }] }), old)).toEqual([]);
    const stored = { ...claim, spec: { ...claimSpec('1Gi'), volumeMode: 'Filesystem' }, status: { phase: 'Pending' } };
    const defaults = { podManagementPolicy: 'OrderedReady', volumeClaimTemplates: [stored] };
    expect(refused(set({ volumeClaimTemplates: [claim] }), set(defaults))).toEqual([]);
    expect(refused(set({ volumeClaimTemplates: [{ ...claim, spec: claimSpec('2Gi') }] }), old)).toEqual(['spec']);
    expect(refused(set({ volumeClaimTemplates: [claim], serviceName: 'web' }), old)).toEqual(['spec']);
  });
});

describe('a Job', () => {
  const jobPods = { ...podSpec, restartPolicy: 'Never' };
  const old = job({});

  function job(spec: object, pods: object = jobPods, status?: object): Manifest {
    const made = { template: { metadata: { labels: { app: 'web' } }, spec: pods }, ...spec };
    const object: Manifest = { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: made };
    return status === undefined ? object : { ...object, status };
  }

  const moved = { ...jobPods, nodeSelector: { disk: 'fast' } };
  const bigger = {
    ...jobPods,
    containers: [{ name: 'web', image: 'web:1', resources: { limits: { memory: '2Gi' } } }],
  };
  const newer = { ...jobPods, containers: [{ name: 'web', image: 'web:2' }] };

  test('keeps its template and its completions', () => {
    expect(refused(job({ completions: 1, parallelism: 1 }), old)).toEqual([]);
    expect(refused(job({}, moved), old)).toEqual(['spec.template']);
    expect(refused(job({ completions: 2, parallelism: 2 }), old)).toEqual(['spec.completions']);
    expect(refused(job({ backoffLimit: 9 }), old)).toEqual([]);
  });

  test('may be moved while it waits, and given other resources since 1.36', () => {
    const waiting = job({ suspend: true });
    expect(refused(job({ suspend: true }, moved), waiting)).toEqual([]);
    expect(refused(job({ suspend: true }, moved), waiting, 34)).toEqual([]);
    expect(refused(job({ suspend: true }, bigger), waiting)).toEqual([]);
    expect(refused(job({ suspend: true }, bigger), waiting, 34)).toEqual(['spec.template']);
    expect(refused(job({ suspend: true }, newer), waiting)).toEqual(['spec.template.spec']);
    const started = job({ suspend: true }, jobPods, { startTime: '2026-01-31T12:00:00Z' });
    expect(refused(job({ suspend: true }, moved), started)).toEqual(['spec.template']);
  });

  test('may grow only with its parallelism when it is indexed', () => {
    const indexed = job({ completionMode: 'Indexed', completions: 2, parallelism: 2 });
    expect(refused(job({ completionMode: 'Indexed', completions: 3, parallelism: 3 }), indexed)).toEqual([]);
    expect(refused(job({ completionMode: 'Indexed', completions: 3, parallelism: 2 }), indexed)).toEqual([
      'spec.completions',
    ]);
  });

  test('does not lose the labels that the server gave to a file without them', () => {
    const uid = '5a5e1f6e-0000-4000-8000-000000000001';
    const generated = {
      'batch.kubernetes.io/controller-uid': uid,
      'batch.kubernetes.io/job-name': 'web',
      'controller-uid': uid,
      'job-name': 'web',
    };
    const stored: Manifest = {
      ...old,
      metadata: { ...metadata, uid },
      spec: {
        selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } },
        template: { metadata: { labels: { app: 'web', ...generated } }, spec: jobPods },
      },
    };
    expect(refused(old, stored)).toEqual([]);
  });
});

describe('data that may not change', () => {
  const map: Manifest & { data: object; immutable: boolean } = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata,
    data: { level: 'info' },
    immutable: true,
  };

  test('of a ConfigMap', () => {
    expect(refused({ ...map, metadata: { ...metadata, labels: { app: 'web' } } }, map)).toEqual([]);
    expect(refused(Object.assign({ ...map }, { data: {}, immutable: false }), map)).toEqual(['immutable', 'data']);
  });

  test('of a ConfigMap in bytes, however its base64 is written', () => {
    const old = { ...map, binaryData: { logo: 'iVBORw0KGgo=' } };
    expect(refused(Object.assign({ ...map }, { binaryData: { logo: 'iVBORw0KGgo=\n' } }), old)).toEqual([]);
    expect(refused(Object.assign({ ...map }, { binaryData: { logo: 'iVBORw0KGgg=' } }), old)).toEqual(['binaryData']);
  });

  test('of a Secret, wherever it is written', () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata, immutable: true };
    const old = Object.assign({ data: { user: 'bWU=' } }, secret);
    expect(refused(Object.assign({ stringData: { user: 'me' } }, secret), old)).toEqual([]);
    expect(refused(Object.assign({ stringData: { user: 'you' } }, secret), old)).toEqual(['data']);
    expect(refused(Object.assign({ type: 'example.com/login' }, old), old)).toEqual(['type']);
  });
});

import { expect, test } from 'vitest';
import { builtInKinds, judgeKind } from '#src/schema/index.ts';

test('served kinds', () => {
  expect(judgeKind('apps/v1', 'Deployment', 36)).toEqual({
    status: 'served',
    kind: { type: 'apps.v1.Deployment', namespaced: true },
  });
  expect(judgeKind('v1', 'Namespace', 25)).toMatchObject({ status: 'served', kind: { namespaced: false } });
});

test('deprecated ones, with what to use instead', () => {
  expect(judgeKind('autoscaling/v2beta2', 'HorizontalPodAutoscaler', 25)).toMatchObject({
    status: 'served',
    deprecated: { since: 23, removed: 26, replacement: 'autoscaling/v2/HorizontalPodAutoscaler' },
  });
  expect(judgeKind('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', 29)).toMatchObject({
    deprecated: { since: 29, removed: 32, replacement: 'flowcontrol.apiserver.k8s.io/v1/FlowSchema' },
  });
  expect(judgeKind('networking.k8s.io/v1beta1', 'IPAddress', 36)).toMatchObject({
    deprecated: { replacement: 'networking.k8s.io/v1/IPAddress' },
  });
});

test.each([
  ['extensions/v1beta1', 'Ingress', 22, 'networking.k8s.io/v1/Ingress'],
  ['apps/v1beta1', 'StatefulSet', 16, 'apps/v1/StatefulSet'],
  ['policy/v1beta1', 'PodDisruptionBudget', 25, 'policy/v1/PodDisruptionBudget'],
  ['batch/v1beta1', 'CronJob', 25, 'batch/v1/CronJob'],
  ['autoscaling/v2beta1', 'HorizontalPodAutoscaler', 25, 'autoscaling/v2/HorizontalPodAutoscaler'],
  ['apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', 22, 'apiextensions.k8s.io/v1/CustomResourceDefinition'],
  ['apiregistration.k8s.io/v1beta1', 'APIService', 22, 'apiregistration.k8s.io/v1/APIService'],
  ['flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema', 29, 'flowcontrol.apiserver.k8s.io/v1/FlowSchema'],
  ['events.k8s.io/v1beta1', 'Event', 25, 'events.k8s.io/v1/Event'],
])('removed: %s %s', (apiVersion, kind, since, replacement) => {
  expect(judgeKind(apiVersion, kind, 36)).toEqual({ status: 'removed', since, replacement });
});

test('removed without a successor', () => {
  expect(judgeKind('policy/v1beta1', 'PodSecurityPolicy', 30)).toMatchObject({ status: 'removed', since: 25 });
  expect(judgeKind('extensions/v1beta1', 'PodSecurityPolicy', 30)).toMatchObject({
    replacement: expect.stringContaining('Pod Security admission') as string,
  });
});

test('newer than the version', () => {
  expect(judgeKind('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', 28)).toMatchObject({
    status: 'too-new',
    since: 30,
  });
});

test.each([
  ['apps/v1', 'Deplyment', 'apps/v1/Deployment'],
  ['v1', 'Deployment', 'apps/v1/Deployment'],
  ['apps/v2', 'Deployment', 'apps/v1/Deployment'],
  ['apps/v1', 'deployment', 'apps/v1/Deployment'],
  ['app/v1', 'Deployment', 'apps/v1/Deployment'],
  ['networking.k8.io/v1', 'NetworkPolicy', 'networking.k8s.io/v1/NetworkPolicy'],
])('misspelt: %s %s', (apiVersion, kind, nearest) => {
  expect(judgeKind(apiVersion, kind, 36)).toEqual({ status: 'misspelt', nearest: [nearest] });
});

test.each([
  ['serving.knative.dev/v1', 'Service'],
  ['snapshot.storage.k8s.io/v1', 'VolumeSnapshot'],
  ['gateway.networking.k8s.io/v1', 'Gateway'],
  ['example.com/v1', 'Deplyment'],
])('of another API group: %s %s', (apiVersion, kind) => {
  expect(judgeKind(apiVersion, kind, 36)).toEqual({ status: 'unknown' });
});

test('no served kind is misjudged', () => {
  for (const minor of [25, 30, 34, 36, 37]) {
    for (const id of builtInKinds(minor)) {
      const at = id.lastIndexOf('/');
      expect(judgeKind(id.slice(0, at), id.slice(at + 1), minor).status).toBe('served');
    }
  }
});

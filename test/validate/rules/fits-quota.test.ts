import { expect, test } from 'vitest';
import type { Finding } from '#src/kernel/index.ts';
import { judge, selectRules } from '#src/validate/index.ts';

type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };
type Mapping = Readonly<Record<string, Value>>;

function object(apiVersion: string, kind: string, name: string, rest: Mapping): Mapping {
  return { apiVersion, kind, metadata: { name, namespace: 'shop' }, ...rest };
}

function quota(hard: Mapping, rest: Mapping = {}): Mapping {
  return object('v1', 'ResourceQuota', 'shop', { spec: { hard, ...rest } });
}

function deployment(replicas: number, pod: Mapping, name = 'web'): Mapping {
  const labels = { app: name };
  return object('apps/v1', 'Deployment', name, {
    spec: { replicas, selector: { matchLabels: labels }, template: { metadata: { labels }, spec: pod } },
  });
}

function container(requests: Mapping, rest: Mapping = {}): Mapping {
  return { name: 'main', image: 'example.com/main:1', resources: { requests }, ...rest };
}

function findings(rule: string, objects: readonly Mapping[]): readonly Finding[] {
  const files = objects.map((one, index) => ({ path: `${index}.json`, text: JSON.stringify(one) }));
  return judge(files, { target: { minor: 36 }, rules: selectRules({ names: [rule] }) }).findings;
}

function say(...objects: readonly Mapping[]): readonly string[] {
  return findings('fits-quota', objects)
    .map(({ messageId, seen }) => `${messageId} ${seen ?? ''}`)
    .toSorted();
}

test('requests of all pods are added, and written in their unit', () => {
  const web = deployment(3, { containers: [container({ cpu: '500m', memory: '1Gi' })] });
  expect(say(quota({ 'requests.cpu': '1500m', memory: '3Gi' }), web)).toEqual([]);
  expect(say(quota({ cpu: '1' }), web)).toEqual(['too-small 1.5']);
  expect(say(quota({ 'requests.memory': '2Gi' }), web)).toEqual(['too-small 3Gi']);
  expect(say(quota({ pods: '2' }), web)).toEqual(['too-small 3']);
});

const init = (rest: Mapping): Mapping => ({ ...container({ cpu: '900m' }, rest), name: 'init' });

const pod = (rest: Mapping): Mapping => ({ initContainers: [init(rest)], containers: [container({ cpu: '500m' })] });

test('an init container counts when it needs more than what follows; a sidecar counts beside it', () => {
  expect(say(quota({ cpu: '100m' }), deployment(1, pod({})))).toEqual(['too-small 0.9']);
  expect(say(quota({ cpu: '100m' }), deployment(1, pod({ restartPolicy: 'Always' })))).toEqual(['too-small 1.4']);
});

test('resources of the whole pod stand for those of its containers', () => {
  const pod = {
    resources: { requests: { cpu: '2' } },
    containers: [container({ cpu: '1' }), { ...container({ cpu: '500m' }), name: 'two' }],
  };
  expect(say(quota({ cpu: '1' }), deployment(1, pod))).toEqual(['too-small 2']);
});

test('an autoscaler counts with its maximum, and only warns', () => {
  const scaler = object('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', {
    spec: {
      minReplicas: 2,
      maxReplicas: 10,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
    },
  });
  const web = deployment(2, { containers: [container({ cpu: '1' })] });
  const [found] = findings('fits-quota', [quota({ cpu: '8' }), web, scaler]);
  expect(found).toMatchObject({
    messageId: 'too-small-when-busy',
    severity: 'warning',
    seen: '10',
    allowed: 'at most 8',
  });
  expect(found?.related?.map(({ object: { name } }) => name)).toEqual(['web']);
});

test('a LimitRange fills in what containers leave out, and its maximum is a limit', () => {
  const range = object('v1', 'LimitRange', 'shop', {
    spec: { limits: [{ type: 'Container', max: { memory: '2Gi' } }] },
  });
  const web = deployment(2, { containers: [container({ cpu: '1' })] });
  expect(say(quota({ 'limits.memory': '3Gi' }), range, web)).toEqual(['too-small 4Gi']);
  expect(findings('quota-refuses-pods', [quota({ 'limits.memory': '8Gi' }), range, web])).toEqual([]);
  const [refused] = findings('quota-refuses-pods', [quota({ 'limits.memory': '8Gi' }), web]);
  expect(refused).toMatchObject({
    pointer: '/spec/template/spec/containers/0/resources/limits/memory',
    severity: 'warning',
  });
});

test('claims of each pod of a StatefulSet count, and so do load balancers', () => {
  const set = object('apps/v1', 'StatefulSet', 'db', {
    spec: {
      replicas: 3,
      serviceName: 'db',
      selector: { matchLabels: { app: 'db' } },
      template: { metadata: { labels: { app: 'db' } }, spec: { containers: [container({})] } },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '100Gi' } } },
        },
      ],
    },
  });
  expect(say(quota({ 'requests.storage': '200Gi', persistentvolumeclaims: '2' }), set)).toEqual([
    'too-small 3',
    'too-small 300Gi',
  ]);
  const service = object('v1', 'Service', 'web', { spec: { type: 'LoadBalancer', ports: [{ port: 80 }] } });
  expect(say(quota({ 'services.loadbalancers': '0', 'services.nodeports': '0' }), service)).toEqual([
    'too-small 1',
    'too-small 1',
  ]);
});

const scoped = (values: readonly string[]): Mapping =>
  quota(
    { cpu: '1' },
    { scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values }] } },
  );

test('a quota counts the pods of its scopes alone, and other namespaces not at all', () => {
  const web = deployment(2, { priorityClassName: 'low', containers: [container({ cpu: '1' })] });
  expect(say(scoped(['high']), web)).toEqual([]);
  expect(say(scoped(['low']), web)).toEqual(['too-small 2']);
  expect(say(quota({ pods: '1' }, { scopes: ['BestEffort'] }), web)).toEqual([]);
  expect(say({ ...quota({ cpu: '1' }), metadata: { name: 'other', namespace: 'other' } }, web)).toEqual([]);
});

const cron = (suspend: boolean): Mapping =>
  object('batch/v1', 'CronJob', 'report', {
    spec: {
      schedule: '0 4 * * *',
      suspend,
      jobTemplate: {
        spec: {
          parallelism: 4,
          template: { spec: { restartPolicy: 'Never', containers: [container({ cpu: '1' })] } },
        },
      },
    },
  });

test('a CronJob needs room only while it runs, and one that is suspended none', () => {
  expect(say(quota({ cpu: '2' }), cron(false))).toEqual(['too-small-when-busy 4']);
  expect(say(quota({ cpu: '2' }), cron(true))).toEqual([]);
});

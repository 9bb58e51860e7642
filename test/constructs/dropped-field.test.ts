import { describe, expect, test } from 'vitest';
import type { DeploymentProps } from '#src/constructs/deployment.ts';
import {
  CronJob,
  Deployment,
  HorizontalPodAutoscaler,
  KubeObject,
  NetworkPolicy,
  ResourceQuota,
  Service,
  restrictedPod,
} from '#src/constructs/index.ts';
import { UserError } from '#src/kernel/index.ts';
import { objectOf } from './objects.ts';

const labels = { 'app.kubernetes.io/name': 'till' };

function till(extra: object, containerExtra: object = {}): DeploymentProps {
  return {
    metadata: { name: 'till' },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          ...restrictedPod({
            containers: [
              {
                name: 'till',
                image: 'registry.example/till@sha256:0',
                resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } },
                ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
                livenessProbe: { httpGet: { path: '/live', port: 'http' } },
                ...containerExtra,
              },
            ],
            tmp: '16Mi',
          }),
          ...extra,
        },
      },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
    },
  };
}

function thrown(run: () => unknown): UserError {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('what goes in comes out', () => {
  test('quantities, int-or-strings and upper-case names pass the library unchanged', () => {
    const props = till(
      { hostPID: false },
      {
        env: [
          {
            name: 'MEMORY',
            valueFrom: { resourceFieldRef: { resource: 'limits.memory', containerName: 'till', divisor: '1Mi' } },
          },
        ],
      },
    );
    expect(objectOf((scope) => new Deployment(scope, 'x', props))).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'till', namespace: 'shop' },
      spec: props.spec,
    });
  });

  test('a headless Service, a quota, a policy, an autoscaler', () => {
    const service = {
      metadata: { name: 'till' },
      spec: {
        clusterIP: 'None' as const,
        selector: labels,
        ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' as const }],
      },
    };
    expect(objectOf((scope) => new Service(scope, 'x', service))['spec']).toEqual(service.spec);
    const hard = { 'requests.cpu': '4', 'count/jobs.batch': '10', 'services.nodeports': '0' };
    expect(
      objectOf((scope) => new ResourceQuota(scope, 'x', { metadata: { name: 'q' }, spec: { hard } }))['spec'],
    ).toEqual({ hard });
    const policy = {
      podSelector: {},
      policyTypes: ['Egress' as const],
      egress: [
        {
          to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }],
          ports: [{ port: 53, protocol: 'UDP' as const }],
        },
      ],
    };
    expect(
      objectOf((scope) => new NetworkPolicy(scope, 'x', { metadata: { name: 'n' }, spec: policy }))['spec'],
    ).toEqual(policy);
    const scaler = {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'till' },
      minReplicas: 2,
      maxReplicas: 4,
      metrics: [
        {
          type: 'Pods' as const,
          pods: { metric: { name: 'requests' }, target: { type: 'AverageValue' as const, averageValue: '500m' } },
        },
      ],
    };
    expect(
      objectOf((scope) => new HorizontalPodAutoscaler(scope, 'x', { metadata: { name: 'h' }, spec: scaler }))['spec'],
    ).toEqual(scaler);
  });

  test('fields known to be newer than the library pass by it', () => {
    const props = till({}, { lifecycle: { preStop: { sleep: { seconds: 5 } } } });
    expect(objectOf((scope) => new Deployment(scope, 'x', props))['spec']).toEqual(props.spec);
    const spec = {
      selector: labels,
      ports: [{ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' as const }],
      trafficDistribution: 'PreferClose' as const,
    };
    expect(objectOf((scope) => new Service(scope, 'x', { metadata: { name: 's' }, spec }))['spec']).toEqual(spec);
  });
});

describe('a field that the library would drop', () => {
  test('is an error that names pointer, object and construct', () => {
    const error = thrown(() => objectOf((scope) => new Deployment(scope, 'app', till({ hostNetwerk: true }))));
    expect(error.code).toBe('field-dropped');
    expect(error.message).toBe(
      'Deployment "till" at construct unit/app would lose /spec/template/spec/hostNetwerk: cdk8s-plus-28 does not know this field',
    );
    expect(error.hint).toContain('new KubeObject(');
  });

  test('is found in lists and below misspelt parents, all at once', () => {
    const error = thrown(() =>
      objectOf(
        (scope) =>
          new Deployment(scope, 'app', till({}, { imagePullPolice: 'Always', resources: { requets: { cpu: '1' } } })),
      ),
    );
    expect(error.message).toContain(
      '/spec/template/spec/containers/0/imagePullPolice, /spec/template/spec/containers/0/resources/requets',
    );
  });

  test('a newer field of another kind is not excused', () => {
    const spec = {
      schedule: '* * * * *',
      trafficDistribution: 'PreferClose',
      jobTemplate: { spec: { template: till({}).spec.template } },
    };
    const error = thrown(() => objectOf((scope) => new CronJob(scope, 'x', { metadata: { name: 'c' }, spec })));
    expect(error.message).toContain('/spec/trafficDistribution');
  });

  test('KubeObject writes what it is given', () => {
    const spec = { template: { spec: { brandNew: { a: [1, 'x'] } } } };
    const props = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'till' }, spec };
    expect(objectOf((scope) => new KubeObject(scope, 'x', props))['spec']).toEqual(spec);
  });
});

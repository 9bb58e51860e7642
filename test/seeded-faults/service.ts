import type { Fault } from './fault.ts';

const file = 'platform/apps/service.ts';

function deployment(title: string, from: string, to: string, rule: string, pointer: string): Fault {
  return { title, file, from, to, rule, kind: 'Deployment', pointer, declared: { file, line: 'new Deployment(' } };
}

/** In the kind of app that most tenants use. */
export const serviceFaults: readonly Fault[] = [
  {
    title: 'a Service selects nobody',
    file,
    from: "        type: 'ClusterIP',\n        selector,",
    to: "        type: 'ClusterIP',\n        selector: { app: 'nobody' },",
    rule: 'service-selects-pods',
    kind: 'Service',
    pointer: '/spec/selector',
    declared: { file, line: 'new Service(' },
  },
  deployment(
    'a probe asks a port that no container has',
    "httpGet: { path: spec.health.ready, port: 'http' }",
    "httpGet: { path: spec.health.ready, port: 'web' }",
    'probe-port',
    '/spec/template/spec/containers/0/readinessProbe/httpGet/port',
  ),
];

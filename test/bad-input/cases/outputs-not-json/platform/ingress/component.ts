import { ApiObject } from 'cdk8s';
import { defineComponent } from 'keelson';

export default defineComponent({
  name: 'ingress',
  category: 'runtime',
  description: 'For the platform.',
  owner: 'platform-core',
  lifecycle: { stage: 'ga', since: '2026-01-15' },
  provides: ['ingress'],
  outputs: () => ({ ingress: { ports: new Set([443]) } }) as never,
  build(scope) {
    new ApiObject(scope, 'settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'ingress' } });
  },
});

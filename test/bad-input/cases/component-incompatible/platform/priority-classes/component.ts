import { ApiObject } from 'cdk8s';
import { defineComponent } from 'keelson';

export default defineComponent({
  name: 'priority-classes',
  category: 'runtime',
  description: 'The priorities that workloads may ask for.',
  owner: 'platform-core',
  kubernetes: { to: '1.33' },
  lifecycle: { stage: 'ga', since: '2026-01-15' },
  build(scope) {
    new ApiObject(scope, 'high', {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'high' },
      value: 1000,
    });
  },
});

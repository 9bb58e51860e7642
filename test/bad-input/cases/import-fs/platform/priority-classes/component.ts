import { ApiObject } from 'cdk8s';
import { defineComponent } from 'keelson';
import * as machine from 'fs';

export default defineComponent({
  name: 'priority-classes',
  category: 'runtime',
  description: 'The priorities that workloads may ask for.',
  owner: 'platform-core',
  lifecycle: { stage: 'ga' },
  build(scope) {
    new ApiObject(scope, 'high', {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'high', annotations: { seen: Object.keys(machine).join(' ') } },
      value: 1000,
    });
  },
});

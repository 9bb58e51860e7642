import { ApiObject } from 'cdk8s';
import { defineComponent } from 'keelson';

function priority(name: string) {
  return defineComponent({
    name: 'priority-classes',
    category: 'runtime',
    description: 'The priorities that workloads may ask for.',
    owner: 'platform-core',
    lifecycle: { stage: 'ga', since: '2026-01-15' },
    build(scope) {
      new ApiObject(scope, name, { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name } });
    },
  });
}

export const high = priority('high');
export const low = priority('low');

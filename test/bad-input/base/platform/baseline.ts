import { ApiObject } from 'cdk8s';
import { defineBaseline } from 'keelson';

export default defineBaseline({
  quotaClasses: { small: { hard: { 'requests.cpu': '4', 'requests.memory': '8Gi', pods: '40' } } },
  build(scope, input) {
    for (const name of input.tenant.namespaces) {
      new ApiObject(scope, `namespace-${name}`, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    }
  },
});

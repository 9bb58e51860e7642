import { ApiObject } from 'cdk8s';
import { defineAppKind, z } from 'keelson';

export default defineAppKind({
  name: 'service',
  description: 'Answers requests on one port.',
  schema: z.strictObject({ port: z.number().int().default(8080) }),
  build(scope, input) {
    new ApiObject(scope, 'service', { apiVersion: 'v1', kind: 'Service', metadata: { name: '' } });
    new ApiObject(scope, 'settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: input.app.name } });
  },
});

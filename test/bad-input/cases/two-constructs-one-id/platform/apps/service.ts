import { ApiObject } from 'cdk8s';
import { defineAppKind, z } from 'keelson';

export default defineAppKind({
  name: 'service',
  description: 'Answers requests on one port.',
  schema: z.strictObject({ port: z.number().int().default(8080) }),
  build(scope, input) {
    const name = input.app.name;
    new ApiObject(scope, 'same', { apiVersion: 'v1', kind: 'Service', metadata: { name } });
    new ApiObject(scope, 'same', { apiVersion: 'v1', kind: 'Service', metadata: { name: `${name}-internal` } });
  },
});

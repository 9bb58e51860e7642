import { ApiObject } from 'cdk8s';
import { defineAppKind, z } from 'keelson';

export default defineAppKind({
  name: 'service',
  description: 'Answers requests on one port.',
  schema: z.strictObject({ port: z.number().int().default(8080) }),
  async build(scope, input) {
    await Promise.resolve();
    new ApiObject(scope, 'settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: input.app.name } });
  },
});

import { ApiObject } from 'cdk8s';
import { defineAppKind, z } from 'keelson';

export default defineAppKind({
  name: 'service',
  description: 'Answers requests on one port.',
  schema: z.strictObject({ port: z.number().int().default(8080) }),
  build(scope, input) {
    new ApiObject(scope, 'role', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: input.app.name },
    });
  },
});

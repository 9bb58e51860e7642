import { ApiObject } from 'cdk8s';
import { defineAppKind, z } from 'keelson';

export default defineAppKind({
  name: 'service',
  description: 'Answers requests on one port.',
  schema: z.strictObject({ port: z.number().int().default(8080) }),
  build(scope, input) {
    let stamp = 'none';
    try {
      stamp = String(Math.random());
    } catch {
      stamp = 'fallback';
    }
    new ApiObject(scope, 'service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: input.app.name, labels: { stamp } },
      spec: { selector: { app: input.app.name }, ports: [{ port: input.app.spec.port }] },
    });
  },
});

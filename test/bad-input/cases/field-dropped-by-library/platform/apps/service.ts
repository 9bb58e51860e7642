import { k8s } from 'cdk8s-plus-28';
import { defineAppKind, z } from 'keelson';

export default defineAppKind({
  name: 'service',
  description: 'Answers requests on one port.',
  schema: z.strictObject({ port: z.number().int().default(8080) }),
  build(scope, input) {
    new k8s.KubePod(scope, 'pod', {
      metadata: { name: input.app.name },
      spec: {
        containers: [{ name: 'app', image: 'ghcr.io/meridian/app' }],
        hostUsers: false,
        resources: { limits: { cpu: '1' } },
      } as never,
    });
  },
});

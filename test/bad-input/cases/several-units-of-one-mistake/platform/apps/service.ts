import { defineAppKind, z } from 'keelson';

export default defineAppKind({
  name: 'service',
  description: 'Answers requests on one port.',
  schema: z.strictObject({ port: z.number().int().default(8080) }),
  build(scope, input) {
    if (input.app.spec.port > 0) throw new Error('no port is free');
  },
});

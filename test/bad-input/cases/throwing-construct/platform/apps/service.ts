import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { defineAppKind, z } from 'keelson';

class Web extends Construct {
  constructor(scope: Construct, id: string, replicas: number) {
    super(scope, id);
    if (replicas < 1) throw new RangeError(`replicas is ${replicas}: give 1 or more`);
    new ApiObject(this, 'deployment', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' } });
  }
}

export default defineAppKind({
  name: 'service',
  description: 'Answers requests on one port.',
  schema: z.strictObject({ port: z.number().int().default(8080) }),
  build(scope, input) {
    new Web(scope, 'web', input.app.spec.port - 8443);
  },
});

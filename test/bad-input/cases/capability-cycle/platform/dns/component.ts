import { ApiObject } from 'cdk8s';
import { defineComponent } from 'keelson';

export default defineComponent({
  name: 'dns',
  category: 'runtime',
  description: 'For the platform.',
  owner: 'platform-core',
  lifecycle: { stage: 'ga', since: '2026-01-15' },
  requires: [{ capability: 'certificates' }],
  provides: ['dns-zone'],
  outputs: () => ({ 'dns-zone': {} }),
  build(scope) {
    new ApiObject(scope, 'settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'dns' } });
  },
});

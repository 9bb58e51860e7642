import { defineAppKind } from 'keelson';

export default defineAppKind({
  name: 'worker',
  description: 'Works off a queue.',
  schema: { queue: 'string' } as never,
  build() {},
});

import { defineComponent, defineTenant } from 'keelson';

export default defineTenant({ name: 'tracking', parent: 'commerce' });

export const sneaky = defineComponent({
  name: 'sneaky',
  category: 'runtime',
  description: 'A component in a tenant file',
  owner: 'tracking',
  lifecycle: { stage: 'ga' },
});

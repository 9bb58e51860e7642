import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  parent: 'commerce',
  extensions: { size: (() => 3) as never, since: new Date(0) as never },
});

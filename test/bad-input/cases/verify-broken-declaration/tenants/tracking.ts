import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  parent: 'commerce',
  parnt: 'commerce',
});

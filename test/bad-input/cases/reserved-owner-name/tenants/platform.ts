import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'platform',
  parent: 'commerce',

});

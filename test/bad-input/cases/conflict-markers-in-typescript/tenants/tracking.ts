import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
<<<<<<< HEAD
  parent: 'commerce',
=======
  parent: 'logistics',
>>>>>>> add-logistics
});

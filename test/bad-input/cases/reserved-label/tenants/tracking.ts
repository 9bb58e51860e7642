import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  parent: 'commerce',
  labels: { 'app.kubernetes.io/managed-by': 'tracking', team: 'the tracking team' },
});

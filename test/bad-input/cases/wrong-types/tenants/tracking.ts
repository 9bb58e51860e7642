import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'tracking',
  parent: 'commerce',
  budget: { monthly: '1200', currency: 'Euro' } as never,
  expiresAt: '2027-02-30',
  contacts: { email: 'tracking', slack: 'https://hooks.slack.com/services/T0' },
  network: { egressTo: [{ cidr: '10.0.0.0', ports: [0, 70000] }] },
});

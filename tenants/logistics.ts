import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'logistics',
  type: 'org-unit',
  displayName: 'Logistics',
  description: 'From the warehouse to the door.',
  owner: { team: 'logistics-leads' },
  contacts: { email: 'logistics@meridian.example', slack: '#logistics' },
  costCentre: 'CC-3400',
  dataClassification: 'internal',
  environments: ['dev', 'prod'],
  labels: { 'meridian.example/division': 'logistics' },
});

import { defineTenant } from 'keelson';

export default defineTenant({
  name: 'commerce',
  type: 'org-unit',
  displayName: 'Commerce',
  description: 'Everything between the shop window and the receipt.',
  owner: { team: 'commerce-leads' },
  contacts: { email: 'commerce@meridian.example', slack: '#commerce' },
  costCentre: 'CC-2100',
  dataClassification: 'internal',
  environments: ['dev', 'prod'],
  labels: { 'meridian.example/division': 'commerce' },
});

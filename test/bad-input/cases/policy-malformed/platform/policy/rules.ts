import { defineAdmissionRule, defineOutside, defineRule, defineWaiver } from 'keelson';

export const both = defineRule({
  id: 'OneThing',
  title: 'One thing.',
  fix: 'Do it.',
  severity: 'fatal',
  kinds: ['Deployment'],
});

export const cel = defineAdmissionRule({
  id: 'few-replicas',
  title: 'Few replicas.',
  fix: 'Use fewer.',
  severity: 'error',
  match: { resourceRules: [] },
  validations: [{ expr: 'object.spec.replicas < 10' }],
});

export const waiver = defineWaiver({
  rule: 'image-digest-pinned',
  scope: { object: { kind: 'Deployment', name: 'web' } },
  reason: '',
  owner: 'the payments team',
  expires: '2027-02-30',
});

export const outside = defineOutside({ name: 'cloud', reason: 'Made elsewhere.', objects: [{ kind: '/Secret', key: 'a' }] });

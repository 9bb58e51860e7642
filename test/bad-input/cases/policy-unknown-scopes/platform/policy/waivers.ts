import { defineOutside, defineWaiver } from 'keelson';

const common = { rule: 'image-digest-pinned', reason: 'For now.', owner: 'payments', expires: '2027-03-31' };

export const unit = defineWaiver({ ...common, scope: { unit: 'payments/chekout', environment: 'development' } });
export const tenant = defineWaiver({ ...common, scope: { tenant: 'payment' } });

export const outside = defineOutside({
  name: 'cloud',
  reason: 'The provider makes it.',
  clusters: ['dev-eu-2'],
  objects: [{ kind: 'storage.k8s.io/StorageClass', name: 'standard' }],
});

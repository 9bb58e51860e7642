import { dns1123Subdomain } from '../../formats/index.ts';
import type { Lease } from '../../schema/types/coordination-v1.ts';
import { invalid } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';

const specAt = child(undefined, 'spec');

export const leaseValidation = defineKind<Lease>({
  group: 'coordination.k8s.io',
  kind: 'Lease',
  versions: ['v1'],
  rule: {
    id: 'valid-lease',
    title: 'A Lease lasts for a positive time and counts its holders from zero.',
    fix: 'Give `spec.leaseDurationSeconds` a value above 0 and `spec.leaseTransitions` one that is not negative.',
  },
  name: dns1123Subdomain,
  plainFinalizers: true,
  // `strategy` and `preferredHolder` are dropped unread: their gate is closed in every version.
  validate(check, { spec = {} }) {
    const { leaseDurationSeconds: seconds, leaseTransitions: transitions } = spec;
    const secondsAt = child(specAt, 'leaseDurationSeconds');
    if (seconds !== undefined && seconds <= 0) invalid(check, secondsAt, seconds, 'must be greater than 0');
    const transitionsAt = child(specAt, 'leaseTransitions');
    if (transitions !== undefined && transitions < 0) invalid(check, transitionsAt, transitions, 'may not be negative');
  },
});

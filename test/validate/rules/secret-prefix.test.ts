import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

const secret = `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: db
  namespace: payments-dev
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: shared }
  data:
    - { secretKey: own, remoteRef: { key: payments/dev/db } }
    - { secretKey: other, remoteRef: { key: storefront/dev/db } }
  dataFrom:
    - extract: { key: payments/prod/db }
    - find: { path: payments/dev/all }
    - 7
`;

function say(prefix: unknown, unit = 'dev/dev-eu-1/payments/baseline'): readonly string[] {
  const ruleOptions = prefix === undefined ? {} : { 'secret-prefix': { prefix: prefix as string } };
  return told(findingsInFleet({ rule: 'secret-prefix', cluster: 'dev-eu-1', units: { [unit]: secret }, ruleOptions }));
}

test('a tenant takes what begins with its prefix', () => {
  expect(say('{tenant}/{environment}/')).toEqual([
    'foreign /spec/data/1/remoteRef/key',
    'foreign /spec/dataFrom/0/extract/key',
  ]);
  expect(say('{tenant}/')).toEqual(['foreign /spec/data/1/remoteRef/key']);
});

test('nothing is asked where no prefix is agreed on', () => {
  expect(say(undefined)).toEqual([]);
  expect(say(7)).toEqual([]);
});

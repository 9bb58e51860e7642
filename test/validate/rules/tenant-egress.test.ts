import { expect, test } from 'vitest';
import { policy, sayOfPayments } from '../policies.ts';

const at = '/spec/egress/0/to/0/ipBlock/cidr';
const say = (ipBlock: object, network: Parameters<typeof sayOfPayments>[2] = {}) =>
  sayOfPayments(
    'tenant-egress',
    [policy('payments-dev', { policyTypes: ['Egress'], egress: [{ to: [{ ipBlock }] }] })],
    network,
  );
const internet = { internet: { egress: true } };
const outside = { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '169.254.0.0/16'] };

test('the internet is for those who declare it', () => {
  expect(say(outside, internet)).toEqual([]);
  expect(say({ cidr: '198.51.100.0/24' }, internet)).toEqual([]);
  expect(say(outside)).toEqual([`undeclared ${at}`]);
  expect(say({ cidr: '198.51.100.0/24' })).toEqual([`undeclared ${at}`]);
});

test('blocks are for those who declare them, private ones always', () => {
  const network = { egressTo: [{ cidr: '192.0.2.0/24' }, { cidr: '10.20.0.0/16' }] };
  expect(say({ cidr: '192.0.2.128/25' }, network)).toEqual([]);
  expect(say({ cidr: '10.20.4.0/24' }, network)).toEqual([]);
  expect(say({ cidr: '10.21.0.0/24' }, network)).toEqual([`undeclared ${at}`]);
  expect(say({ cidr: '192.0.2.0/23' }, network)).toEqual([`undeclared ${at}`]);
  expect(say({ cidr: '10.21.0.0/24' }, internet)).toEqual([`undeclared ${at}`]);
});

test('nobody reaches the metadata server', () => {
  expect(say({ cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] }, internet)).toEqual([`metadata ${at}`]);
  expect(say({ cidr: '169.254.169.254/32' }, { egressTo: [{ cidr: '169.254.169.254/32' }] })).toEqual([
    `metadata ${at}`,
  ]);
  expect(say({ cidr: '::/0' }, internet)).toEqual([`metadata ${at}`]);
  expect(say({ cidr: '::/0', except: ['fc00::/7'] }, internet)).toEqual([]);
});

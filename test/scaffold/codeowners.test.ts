import { expect, test } from 'vitest';
import { renderCodeowners } from '#src/scaffold/codeowners.ts';
import type { Fleet } from '#src/model/types.ts';
import { fleetWith } from './fleet.ts';

/** GitHub's rule: the last matching pattern wins. Knows the patterns that are generated: folders, files, `*` for one name. */
function ownerOf(codeowners: string, path: string): string {
  let owner = '';
  for (const line of codeowners.split('\n').filter((text) => text !== '' && !text.startsWith('#'))) {
    const [pattern = '', team = ''] = line.split(' ');
    const body = pattern.replace(/[.]/g, '\\.').replaceAll('*', '[^/]*');
    const expression =
      pattern === '*' ? /./ : new RegExp(`^${body.replace(/^\//, '')}${pattern.endsWith('/') ? '' : '$'}`);
    if (expression.test(path)) owner = team;
  }
  return owner;
}

const fleet = fleetWith('payments', 'storefront');
const text = renderCodeowners(fleet) ?? '';

test.each([
  ['tenants/payments.ts', '@meridian/payments'],
  ['tenants/payments/checkout.ts', '@meridian/payments'],
  ['environments/dev/images/payments.yaml', '@meridian/payments'],
  ['environments/prod/images/storefront.yaml', '@meridian/storefront'],
  ['dist/dev/dev-eu-1/payments/checkout/deployment.checkout.yaml', '@meridian/payments'],
  ['dist/.values/dev/dev-eu-1/payments/maps.yaml', '@meridian/payments'],
  ['dist/dev/dev-eu-1/payments/baseline/namespace.payments-dev.yaml', '@meridian/platform'],
  ['dist/dev/hub-eu-1/payments/delivery/application.argoproj.io.x.yaml', '@meridian/platform'],
  ['dist/hub/hub-eu-1/platform/root/application.argoproj.io.root.yaml', '@meridian/platform'],
  ['dist/dev/dev-eu-1/platform/cert-manager/namespace.cert-manager.yaml', '@meridian/platform'],
  ['environments/dev/environment.ts', '@meridian/platform'],
  ['platform/baseline.ts', '@meridian/platform'],
  ['tenants/payments-eu.ts', '@meridian/platform'],
  ['.github/CODEOWNERS', '@meridian/platform'],
])('%s belongs to %s', (path, owner) => {
  expect(ownerOf(text, path)).toBe(owner);
});

function withRepository(repository: string): Fleet {
  return {
    ...fleet,
    clusters: fleet.clusters.map((cluster) => ({
      ...cluster,
      delivery: { repository, revision: 'main', namespace: 'argocd' },
    })),
  };
}

test.each([
  ['https://github.com/meridian/platform-config.git', '* @meridian/platform'],
  ['https://bot@github.example/acme/config', '* @acme/platform'],
  ['ssh://git@github.com/acme/config.git', '* @acme/platform'],
  ['git@github.com:acme/config.git', '* @acme/platform'],
])('the organisation of %s', (repository, line) => {
  expect(renderCodeowners(withRepository(repository))?.split('\n')).toContain(line);
});

test('a repository without an organisation has no teams, so there is nothing to generate', () => {
  expect(renderCodeowners(withRepository('file:///srv/config.git'))).toBeUndefined();
});

test('a file that says the same in another order within a slot is kept, any other is written anew', () => {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.includes('payments'));
  const shuffled = lines
    .with(first, lines[first + 1] ?? '')
    .with(first + 1, lines[first] ?? '')
    .join('\n');
  expect(shuffled).not.toBe(text);
  expect(renderCodeowners(fleet, shuffled)).toBe(shuffled);
  expect(renderCodeowners(fleet, `${text}/tenants/payments.ts @meridian/other\n`)).toBe(text);
  expect(renderCodeowners(fleet, text.replace('* @meridian/platform\n', ''))).toBe(text);
});

test('organisation units stay with the platform; handles and addresses are taken as they are', () => {
  const [payments, storefront] = fleet.tenants;
  if (payments === undefined || storefront === undefined) throw new Error('the fleet has two tenants');
  const changed = renderCodeowners({
    ...fleet,
    tenants: [
      { ...payments, type: 'org-unit' },
      { ...storefront, owner: '@acme/shop' },
    ],
  });
  expect(changed).not.toContain('payments');
  expect(changed).toContain('/tenants/storefront.ts @acme/shop');
});

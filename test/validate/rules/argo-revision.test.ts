import { expect, test } from 'vitest';
import { judge, selectRules } from '#src/validate/index.ts';
import type { Tier } from '#src/model/index.ts';
import { findingsInFleet, told } from '../in-fleet.ts';

function application(repository: string, revision: string): string {
  return `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: one, namespace: argocd }\nspec:\n  source: { repoURL: "${repository}", path: deploy, targetRevision: "${revision}" }\n`;
}

const foreign = application('https://github.com/meridian/docs.git', 'main');

function sayInFleet(unit: string, text: string): readonly string[] {
  return told(findingsInFleet({ rule: 'argo-revision', cluster: 'hub-eu-1', units: { [unit]: text } }));
}

test('the environment counts whose unit the Application lies in, not that of the hub', () => {
  expect(sayInFleet('prod/hub-eu-1/payments/delivery', foreign)).toEqual(['floating /spec/source/targetRevision']);
  expect(sayInFleet('dev/hub-eu-1/payments/delivery', foreign)).toEqual([]);
  const own = application('https://github.com/meridian/platform-config.git', 'main');
  expect(sayInFleet('prod/hub-eu-1/payments/delivery', own)).toEqual([]);
});

test.each([
  ['v1.4.2', true],
  ['checkout/v1.4.2', true],
  ['0123456789012345678901234567890123456789', true],
  ['refs/tags/stable', true],
  ['HEAD', false],
  ['release', false],
  ['0123abc', false],
  ['', false],
])('%s is pinned: %s', (revision, pinned) => {
  const text = application('https://github.com/meridian/docs.git', revision);
  const say = (tier: Tier): number =>
    judge([{ path: 'a.yaml', text }], { target: { minor: 36, tier }, rules: selectRules({ names: ['argo-revision'] }) })
      .findings.length;
  expect({ prod: say('prod'), dev: say('dev') }).toEqual({ prod: pinned ? 0 : 1, dev: 0 });
});

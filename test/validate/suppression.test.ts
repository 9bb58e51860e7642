import { expect, test } from 'vitest';
import { defineRule, judge, selectRules } from '#src/validate/index.ts';
import type { Rule, RuleSet } from '#src/validate/index.ts';

const aliases = [
  'kube-linter/latest-tag',
  'kube-score/container-image-tag',
  'kube-score/container-ephemeral-storage-request-and-limit',
  'polaris/tagNotSpecified',
  'checkov/CKV_K8S_14',
  'monokle/KBP001',
];

function objectRule(set: RuleSet): Rule {
  return defineRule({
    id: `no-${set}`,
    set,
    title: 'Nothing is good.',
    fix: 'Give up.',
    severity: 'error',
    aliases,
    kinds: ['apps/Deployment', 'example.com/Widget'],
    check: (_, report) => report({ messageId: 'no', message: 'no', pointer: '/spec' }),
  });
}

const setRule = defineRule({
  id: 'no-set',
  set: 'strict',
  title: 'Nothing is good together.',
  fix: 'Give up.',
  severity: 'error',
  aliases,
  kinds: ['apps/Deployment'],
  checkSet(world, report) {
    for (const object of world.ofKind('apps/Deployment'))
      report(object, { messageId: 'no', message: 'no', pointer: '' });
  },
});

function deployment(annotations: object, onTemplate: object = {}): string {
  return JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', annotations },
    spec: { template: { metadata: { annotations: onTemplate }, spec: { containers: [{ name: 'web' }] } } },
  });
}

/** By rule, why its finding does not count. */
function waiversOf(text: string, rules: readonly Rule[] = [objectRule('recommended'), setRule]): object {
  const { findings } = judge([{ path: 'web.json', text }], { target: { minor: 36 }, rules });
  return Object.fromEntries(findings.map(({ rule, waiver }) => [rule, waiver?.reason]));
}

function both(reason: string | undefined): object {
  return { 'no-recommended': reason, 'no-set': reason };
}

test.each<readonly [string, string, string | undefined]>([
  ['ignore-check.kube-linter.io/latest-tag', 'built nightly', ': built nightly'],
  ['ignore-check.kube-linter.io/latest-tag', '', ''],
  ['ignore-check.kube-linter.io/other', 'x', undefined],
  ['kube-linter.io/ignore-all', 'vendored', ': vendored'],
  ['kube-score/ignore', 'service-type, container-image-tag', ''],
  ['kube-score/ignore', 'container-resources', ''],
  ['kube-score/ignore', 'image-tag', undefined],
  ['polaris.fairwinds.com/tagNotSpecified-exempt', 'True', ''],
  ['polaris.fairwinds.com/tagNotSpecified-exempt', 'false', undefined],
  ['polaris.fairwinds.com/exempt', 'true', ''],
  ['polaris.fairwinds.com/exempt', 'yes', undefined],
  ['checkov.io/skip1', 'CKV_K8S_14=a=b', ': a=b'],
  ['bridgecrew.io/skip7', 'CKV_K8S_14', ''],
  ['checkov.io/skip1', 'CKV_K8S_1', undefined],
  ['monokle.io/suppress.kbp001', 'as agreed', ': as agreed'],
  ['monokle.io/suppress.KBP001', 'true', ''],
  ['monokle.io/suppress.KBP001', 'false', undefined],
])('%s: %s', (key, value, reason) => {
  const expected = reason === undefined ? undefined : `annotation ${key}${reason}`;
  expect(waiversOf(deployment({ [key]: value }))).toEqual(both(expected));
});

test('of the annotations of a pod template, those of kube-score about pods count', () => {
  expect(waiversOf(deployment({}, { 'kube-score/ignore': 'container-image-tag' }))).toEqual(
    both('annotation kube-score/ignore'),
  );
  expect(waiversOf(deployment({}, { 'kube-linter.io/ignore-all': '' }))).toEqual(both(undefined));
});

test.each<RuleSet>(['api-server', 'pss', 'identity', 'admission', 'life-cycle'])(
  'a rule of set %s is not silenced',
  (set) => {
    expect(waiversOf(deployment({ 'kube-linter.io/ignore-all': '' }), [objectRule(set)])).toEqual({
      [`no-${set}`]: undefined,
    });
  },
);

test('where a case has aliases of its own, only those count', () => {
  const some = defineRule({
    id: 'no-some',
    set: 'strict',
    title: 'Nothing is good.',
    fix: 'Give up.',
    severity: 'error',
    aliases,
    kinds: ['apps/Deployment'],
    check: (_, report) => report({ messageId: 'no', message: 'no', pointer: '', aliases: ['polaris/tagNotSpecified'] }),
  });
  expect(waiversOf(deployment({ 'kube-linter.io/ignore-all': '' }), [some])).toEqual({ 'no-some': undefined });
  expect(waiversOf(deployment({ 'polaris.fairwinds.com/exempt': 'true' }), [some])).toEqual({
    'no-some': 'annotation polaris.fairwinds.com/exempt',
  });
});

test('annotations of a custom resource are taken as they come', () => {
  const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w' } };
  for (const annotations of [7, [], 'x', { 'kube-linter.io/ignore-all': 1 }]) {
    const text = JSON.stringify({ ...widget, metadata: { name: 'w', annotations } });
    expect(waiversOf(text, [objectRule('recommended')])).toEqual({ 'no-recommended': undefined });
  }
});

test('a strict run lists the annotations, each once', () => {
  const text = deployment(
    { 'kube-score/ignore': 'a,b', 'polaris.fairwinds.com/exempt': 'true' },
    { 'kube-score/ignore': 'container-image-tag', 'kube-linter.io/ignore-all': '' },
  );
  const { findings } = judge([{ path: 'web.json', text }], {
    target: { minor: 36 },
    rules: selectRules({ names: ['suppression-annotation'] }),
  });
  expect(findings.map(({ pointer, severity }) => [pointer, severity])).toEqual([
    ['/metadata/annotations/kube-score~1ignore', 'info'],
    ['/metadata/annotations/polaris.fairwinds.com~1exempt', 'info'],
    ['/spec/template/metadata/annotations/kube-score~1ignore', 'info'],
  ]);
  expect(findings.map(({ message }) => message)).toEqual([
    'the annotation kube-score/ignore silences kube-score/a, kube-score/b for this object',
    'the annotation polaris.fairwinds.com/exempt silences all rules of polaris for this object',
    'the annotation kube-score/ignore silences kube-score/container-image-tag for this object',
  ]);
});

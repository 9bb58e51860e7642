import { expect, test } from 'vitest';
import { defineRule, mergeVerdicts, openEngine, selectRules } from '#src/validate/index.ts';
import type { Rule } from '#src/validate/index.ts';

const service = (name: string, above = ''): string =>
  `${above}apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  ports:\n    - name: http\n      port: 0\n`;

function judge(
  texts: Readonly<Record<string, string>>,
  rules: readonly Rule[] = selectRules({ names: ['api-server'] }),
) {
  const engine = openEngine({ target: { minor: 36 }, rules });
  const verdicts = Object.entries(texts).map(([path, text]) => engine.checkFile({ path, text }));
  return mergeVerdicts([...verdicts, engine.finish(engine.takeDefinitions())]);
}

test('a rule that throws hides nothing and is no verdict', () => {
  const broken = defineRule({
    id: 'broken',
    set: 'api-server',
    title: 'Broken.',
    fix: 'Mend it.',
    severity: 'error',
    kinds: ['/Service'],
    check() {
      throw new TypeError('on purpose');
    },
  });
  const { findings, checked, objects, notChecked } = judge({ 'a.yaml': service('web') }, [
    broken,
    ...selectRules({ names: ['valid-service'] }),
  ]);
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual(
    expect.arrayContaining([
      ['rule-crashed', 'warning'],
      ['valid-service', 'error'],
    ]),
  );
  expect(findings.find(({ rule }) => rule === 'rule-crashed')?.message).toContain('on purpose');
  expect({ checked, objects }).toEqual({ checked: 0, objects: 1 });
  expect(notChecked).toMatchObject([
    { reason: 'rule-crashed', subject: 'broken', count: 1, objects: [{ name: 'web' }] },
  ]);
});

function rejects(): unknown {
  return Promise.reject(new Error('nobody hears this'));
}

test('a rule that would have to be waited for is no verdict', () => {
  const late = defineRule({
    id: 'late',
    set: 'api-server',
    title: 'Late.',
    fix: 'Mend it.',
    severity: 'error',
    kinds: ['/Service'],
    check: rejects,
  });
  const { findings, notChecked } = judge({ 'a.yaml': service('web') }, [late]);
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('is asynchronous')]);
  expect(notChecked).toMatchObject([{ reason: 'rule-crashed', subject: 'late' }]);
});

test('an object of a version that is gone is not shown to rules about its kind: nothing is known of its form', () => {
  const asked: string[] = [];
  const typed = defineRule({
    id: 'typed',
    set: 'api-server',
    title: 'Typed.',
    fix: 'None.',
    severity: 'info',
    kinds: ['apps/Deployment'],
    check: ({ apiVersion }) => asked.push(apiVersion),
  });
  const gone = 'apiVersion: apps/v1beta1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: 1 }\n';
  judge({ 'a.yaml': `${gone}---\n${gone.replace('v1beta1', 'v1')}` }, [typed]);
  expect(asked).toEqual(['apps/v1']);
});

test.each([
  [undefined, 'cpu-limits'],
  ['prod', 'no-cpu-limits'],
  ['ci', 'cpu-limits'],
] as const)('of two rules that want opposites, one is asked in tier %s', (tier, wanted) => {
  const ids = selectRules({ names: ['strict'], tier }).map(({ id }) => id);
  expect(ids.filter((id) => id.endsWith('cpu-limits'))).toEqual([wanted]);
});

test('a rule is asked about its own kinds alone', () => {
  const asked: string[] = [];
  const nosy = defineRule({
    id: 'nosy',
    set: 'api-server',
    title: 'Nosy.',
    fix: 'None.',
    severity: 'info',
    kinds: ['/Service'],
    check: ({ ref }) => asked.push(ref.kind),
  });
  judge({ 'a.yaml': `${service('web')}---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\n` }, [nosy]);
  expect(asked).toEqual(['Service']);
});

function prints(text: string, path = 'a.yaml'): readonly string[] {
  const { findings } = judge({ [path]: text });
  return findings.map(({ pointer, fingerprint }) => `${pointer?.split('/').pop()} ${fingerprint}`);
}

test('fingerprints stay when lines and the order of items move, and differ by file, object and field', () => {
  const before = prints(service('web'));
  expect(before.length).toBeGreaterThan(0);
  expect(prints(service('web', '# a comment\n\n'))).toEqual(before);
  const later = prints(service('web').replace('  ports:\n', '  ports:\n    - { name: admin, port: 81 }\n'));
  expect(later).toEqual(before);
  for (const other of [prints(service('shop')), prints(service('web'), 'b.yaml')]) {
    expect(other.some((print) => before.includes(print))).toBe(false);
  }
});

test('the order of files changes nothing', () => {
  const one = { 'a.yaml': service('web'), 'b.yaml': service('shop') };
  const other = { 'b.yaml': service('shop'), 'a.yaml': service('web') };
  expect(judge(one)).toEqual(judge(other));
});

function widget(name: string): string {
  return `apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: ${name} }\n`;
}

test('what was not checked is counted over all files, each object once', () => {
  const { notChecked, objects, checked } = judge({
    'a.yaml': widget('blue'),
    'b.yaml': `${widget('red')}---\n${widget('green')}`,
  });
  // One engine says it once, two threads say it each for their files.
  const engines = ['blue', 'red'].map((name) => judge({ [`${name}.yaml`]: widget(name) }));
  expect(mergeVerdicts(engines).notChecked).toMatchObject([
    {
      reason: 'schema-missing',
      subject: 'example.com/v1/Widget',
      count: 2,
      objects: [{ name: 'blue' }, { name: 'red' }],
    },
  ]);
  expect(notChecked).toMatchObject([{ count: 3 }]);
  expect({ objects, checked }).toEqual({ objects: 3, checked: 0 });
});

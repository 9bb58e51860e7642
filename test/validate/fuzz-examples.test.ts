import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtInRules, judge } from '#src/validate/index.ts';
import { readYaml } from '#src/yaml/index.ts';
import { projectRoot } from '../support/keelson.ts';

/** Rules of policy and references look at custom resources, too: any field may be of any type there. */
const rules = builtInRules.filter(({ set }) => set !== 'api-server' && set !== 'pss');
const examples = rules.flatMap(({ id }) => {
  const page = readFileSync(join(projectRoot, `docs/rules/${id}.md`), 'utf8');
  const texts = [...page.matchAll(/^```yaml (?:valid|invalid)\b.*\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  return texts
    .filter((text) => text.length < 4000)
    .flatMap((text) => readYaml(text, { file: id }).map(({ value }) => value as unknown))
    .filter(isCustom);
});

/** Of a group that is not Kubernetes' own; built-in kinds come decoded, and another test mangles them. */
function isCustom(value: unknown): boolean {
  const { apiVersion } = value as { readonly apiVersion?: unknown };
  return typeof apiVersion === 'string' && /\./.test(apiVersion) && !apiVersion.includes('k8s.io/');
}

const odd: readonly unknown[] = [
  null,
  0,
  -1,
  1e300,
  '',
  'x',
  true,
  [],
  {},
  [null],
  { a: null },
  '{{x}}',
  [[]],
  { '': '' },
  ['*'],
  '*',
  '__proto__',
];

/** A small generator of its own: the same objects on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >>> 8) % below;
  };
}

function mangle(value: unknown, next: (below: number) => number, isKind = false): unknown {
  if (!isKind && next(12) === 0) return odd[next(odd.length)];
  if (Array.isArray(value)) return value.map((item) => mangle(item, next));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, mangle(inner, next, key === 'kind' || key === 'apiVersion')]),
  );
}

test('no rule fails over the custom resources of any page with fields of the wrong type', { timeout: 60_000 }, () => {
  const failed = new Set<string>();
  for (let run = 1; run <= 5; run++) {
    const next = numbers(run);
    const files = examples
      .map((example) => mangle(example, next))
      .map((value, index) => ({ path: `${index}.yaml`, text: JSON.stringify(value) }));
    for (const { rule, message } of judge(files, { target: { minor: 36 }, rules }).findings) {
      if (rule === 'rule-crashed') failed.add(message);
    }
  }
  expect([...failed].toSorted()).toEqual([]);
  expect(examples.length).toBeGreaterThan(50);
});

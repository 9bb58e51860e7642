import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInRules, fileRules, judge, waiverRules } from '#src/validate/index.ts';
import type { RuleMetadata, Target } from '#src/validate/index.ts';
import { projectRoot } from '../support/keelson.ts';

const folder = join(projectRoot, 'docs/rules');
const rules: readonly RuleMetadata[] = [...builtInRules, ...fileRules, ...waiverRules];
/** No manifest is meant to make a rule fail; a cluster's version and who wrote a file are in no manifest; what is too large is too large for a page. */
const withoutExamples: ReadonlySet<string> = new Set([
  'rule-crashed',
  'known-version',
  'dist-untouched',
  'annotation-size',
]);

interface Example {
  readonly valid: boolean;
  /** Field that must be among the findings, as the API server writes it. */
  readonly field?: string | undefined;
  readonly target: Target;
  readonly text: string;
}

test('rules have names of their own, and every page is about a rule', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(readdirSync(folder).toSorted()).toEqual(ids.map((id) => `${id}.md`).toSorted());
});

describe.each(rules)('$id', (rule) => {
  test('has the form of a rule', () => {
    expect(rule.id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
    for (const sentence of [rule.title, rule.fix]) expect(sentence).toMatch(/^[A-Z`].*\.$/s);
  });

  test('has a page with its fix, and examples that it takes and refuses', () => {
    const file = join(folder, `${rule.id}.md`);
    expect(existsSync(file)).toBe(true);
    const page = readFileSync(file, 'utf8');
    expect(page.startsWith(`# ${rule.id}\n`)).toBe(true);
    expect(page.replaceAll(/\s+/g, ' ')).toContain(`Fix: ${rule.fix}`);
    // What compares with declarations is tested with declarations.
    if (withoutExamples.has(rule.id) || rule.needs === 'fleet') return;
    const examples = examplesOf(page);
    expect(examples.some(({ valid }) => valid)).toBe(true);
    expect(examples.some(({ valid }) => !valid)).toBe(true);
    expect(examples.map((example) => wrongVerdict(rule, example)).filter((wrong) => wrong !== undefined)).toEqual([]);
  });
});

function examplesOf(page: string): readonly Example[] {
  return [...page.matchAll(/^```yaml (valid|invalid)\b *(.*)\n([\s\S]*?)^```$/gm)].map(
    ([, verdict, info = '', text = '']) => {
      const words = info.split(' ').filter((word) => word !== '');
      const options = new Map(
        words.filter((word) => /^\w+=/.test(word)).map((word) => word.split('=') as [string, string]),
      );
      return {
        valid: verdict === 'valid',
        field: words.find((word) => !/^\w+=/.test(word)),
        target: targetOf(options),
        text,
      };
    },
  );
}

function targetOf(options: ReadonlyMap<string, string>): Target {
  const [level = 'restricted', version] = (options.get('pss') ?? 'restricted').split(':');
  const next = options.get('next');
  return {
    minor: minorOf(options.get('kubernetes') ?? '1.36'),
    ...(next === undefined ? {} : { next: minorOf(next) }),
    podSecurity: {
      level: level === 'baseline' ? 'baseline' : 'restricted',
      ...(version === undefined ? {} : { minor: minorOf(version) }),
    },
  };
}

function minorOf(version: string): number {
  return Number(version.replace(/^v/, '').split('.')[1]);
}

/** What a verdict should have been and is not: a valid example passes this rule and the API server; an invalid one fails this rule, at its field. */
function wrongVerdict(rule: RuleMetadata, { valid, field, target, text }: Example): string | undefined {
  // Examples of custom kinds stand without the definitions of their kinds.
  const asked = builtInRules.filter(({ set, id }) => valid && set === 'api-server' && id !== 'schema-missing');
  const rules = [...new Set([...builtInRules.filter(({ id }) => id === rule.id), ...asked])];
  const said = judge([{ path: 'example.yaml', text }], { target, rules }).findings;
  if (valid) return said.length === 0 ? undefined : `refused: ${said.map(({ message }) => message).join(', ')}`;
  const pointers = said.filter((finding) => finding.rule === rule.id).map(({ pointer }) => pointer);
  if (pointers.length === 0) return 'not refused';
  return field === undefined || pointers.includes(pointerOf(field))
    ? undefined
    : `at ${pointers.join(', ')}, not ${field}`;
}

/** `spec.ports[0].port` -> `/spec/ports/0/port`; `data[a.b]` -> `/data/a.b`. */
function pointerOf(field: string): string {
  return [...field.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)]
    .map(([, key, name]) => `/${(key ?? name ?? '').replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

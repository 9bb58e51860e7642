import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError, UserErrors } from '#src/kernel/index.ts';
import { emitYaml, readDocuments, readYaml, readYamlFast } from '#src/yaml/index.ts';
import { values } from './arbitrary.ts';
import { scalars, structures } from './corpus.ts';

/** The fast reader declines, or gives what the full one gives; it never takes what the full one refuses. */
function agrees(text: string): boolean {
  const fast = readYamlFast(text);
  if (fast === undefined) return false;
  let full: readonly unknown[];
  try {
    full = readYaml(text, { file: 'a.yaml' }).map(({ value }) => value);
  } catch (error) {
    if (!(error instanceof UserError || error instanceof UserErrors)) throw error;
    throw new Error(`the fast reader took what the full one refuses: ${error.message}\n${text}`, { cause: error });
  }
  expect(fast).toEqual(full);
  return true;
}

const pieces = fc.constantFrom(
  ..."a|b: |key:|: |- |-|  |    |\n|\n  |\n    |\n- |\n  - |x y|12|012|yes|~|\"q\"|\"q\\n\"|'s'|'it''s'|{}|[]|#c| #c|# c\n|>|>-|&x |*x|!t |? |---\n|...\n|\t|%|\"|'|\\|<<|é|{|}|[|]|,|1.5|.inf".split(
    '|',
  ),
  '|',
  ': |\n',
  ': |-\n',
  ': |+\n\n',
  ': |2\n',
);

describe('the fast reader agrees with the full one', () => {
  test('on texts made of the parts of YAML', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        if (agrees(parts.join(''))) taken++;
      }),
      { numRuns: 30_000 },
    );
    expect(taken).toBeGreaterThan(1000);
  });

  test('on lines with any indentation', () => {
    const line = fc
      .tuple(
        fc.nat({ max: 4 }),
        fc.constantFrom(
          'a:',
          'b: 1',
          '- c',
          '- d: 2',
          '-',
          '- - e',
          'f: |',
          'g: |-',
          'h: |1',
          'i: |+',
          'text',
          '# c',
          '',
          '"j": x',
          "k: 'y",
          '- {}',
          '---',
          'l: {}',
        ),
      )
      .map(([indent, text]) => ' '.repeat(indent) + text);
    let taken = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.boolean(), (lines, ends) => {
        if (agrees(lines.join('\n') + (ends ? '\n' : ''))) taken++;
      }),
      { numRuns: 30_000 },
    );
    expect(taken).toBeGreaterThan(1000);
  });

  test('on written YAML with one thing changed', () => {
    const change = fc.record({ at: fc.nat(), remove: fc.nat({ max: 3 }), insert: fc.oneof(fc.constant(''), pieces) });
    let taken = 0;
    fc.assert(
      fc.property(values, change, (value, { at, remove, insert }) => {
        const text = emitYaml(value);
        const place = at % (text.length + 1);
        if (agrees(text.slice(0, place) + insert + text.slice(place + remove))) taken++;
      }),
      { numRuns: 10_000 },
    );
    expect(taken).toBeGreaterThan(500);
  });

  test('on every scalar and structure of the corpus, alone, in a list, and among others', () => {
    const texts = [
      ...scalars.flatMap((scalar) => [
        `v: ${scalar}\nw: end\n`,
        `- ${scalar}\n- end\n`,
        `a:\n- k: ${scalar}\n  l: end\n`,
        `${scalar}: end\n`,
        `a: x\n  ${scalar}\nb: end\n`,
      ]),
      ...structures.flatMap((structure) => [
        structure,
        `${structure}---\n${structure}`,
        structure.trimEnd(),
        structure.replace(/^/gm, '  '),
      ]),
    ];
    expect(texts.filter((text) => agrees(text)).length).toBeGreaterThan(500);
  });
});

test('takes what kubectl, helm and Go tools write', () => {
  const text = [
    '# Source: chart/templates/x.yaml',
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    '  annotations:',
    '    description: a long text that Go folds when it reaches eighty characters and goes on',
    '      on the next line',
    "    note: 'it''s \"quoted\"'",
    '  creationTimestamp: null',
    'spec:',
    '  replicas: 3',
    '  template:',
    '    spec:',
    '      containers:',
    '        # the app',
    '        - args:',
    '          - --port=80',
    '          - "yes"',
    '          env: []',
    '          image: "ghcr.io/meridian/app:1.2"',
    '          resources: {}',
    '      volumes:',
    '      -',
    '        name: x',
    '      - - nested',
    '---',
    '',
    '---',
    'data:',
    '  run.sh: |',
    '    #!/bin/sh',
    '',
    '    exec "$@"',
    '  tail: |+',
    '    x',
    '',
    '  octal: 0644',
    '',
  ].join('\n');
  expect(readYamlFast(text)).toEqual([
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        annotations: {
          description: 'a long text that Go folds when it reaches eighty characters and goes on on the next line',
          note: 'it\'s "quoted"',
        },
        creationTimestamp: null,
      },
      spec: {
        replicas: 3,
        template: {
          spec: {
            containers: [{ args: ['--port=80', 'yes'], env: [], image: 'ghcr.io/meridian/app:1.2', resources: {} }],
            volumes: [{ name: 'x' }, ['nested']],
          },
        },
      },
    },
    { data: { 'run.sh': '#!/bin/sh\n\nexec "$@"\n', tail: 'x\n\n', octal: 420 } },
  ]);
  expect(agrees(text)).toBe(true);
});

test('leaves flow style, anchors, tags and comments behind values to the full reader', () => {
  for (const value of ['{a: 1}', '[1]', '&x 1', '*x', '!!str 1', '1 # one', '> x', '"a', '.inf']) {
    expect(readYamlFast(`v: ${value}\n`)).toBeUndefined();
  }
  expect(readDocuments('v: {a: [1, yes]} # c\n', { file: 'a.yaml' })).toEqual([{ v: { a: [1, true] } }]);
  expect(readDocuments(Buffer.from('v: é\n'), { file: 'a.yaml' })).toEqual([{ v: 'é' }]);
});

test('quoted texts that Go folds over several lines', () => {
  const text = [
    "rule: '!(has(self.a) && size(self.a)",
    '  > 0 && self.b != "") # it\'\'s',
    "  : no comment'",
    'description: "expression\\nevaluated by the',
    '  \\ server: \\"x\\" \\\\',
    '  # not a comment here"',
    'list:',
    "- 'a",
    "  b'",
    '',
  ].join('\n');
  expect(readYamlFast(text.replace('  # not', '  not'))).toEqual([
    {
      rule: '!(has(self.a) && size(self.a) > 0 && self.b != "") # it\'s : no comment',
      description: 'expression\nevaluated by the  server: "x" \\ not a comment here',
      list: ['a b'],
    },
  ]);
  expect(readYamlFast(text)).toBeUndefined();
  for (const odd of ["'a\n  \n  b'", "'a\nb'", '"a\\\n  b"', '"a"\n  b', "'a\n  b' c", '"a\n  b'])
    expect(readYamlFast(`v: ${odd}\n`)).toBeUndefined();
});

const inQuotes = fc.constantFrom(
  ' ',
  '\n  ',
  '\n',
  "'",
  "''",
  '"',
  '\\"',
  '\\ ',
  '\\\\',
  '\\',
  '\\n',
  'a',
  ': ',
  '#',
  '-',
  '\t',
);

test('quoted texts of all sorts, as the full reader reads them', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.constantFrom('"', "'"), fc.array(inQuotes, { maxLength: 10 }), (quote, parts) => {
      for (const text of [`v: ${quote}${parts.join('')}${quote}\n`, `v:\n- ${quote}${parts.join('')}${quote}\nw: 1\n`])
        if (agrees(text)) taken++;
    }),
    { numRuns: 2000 },
  );
  expect(taken).toBeGreaterThan(0);
});

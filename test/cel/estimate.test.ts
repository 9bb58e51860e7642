import { describe, expect, test } from 'vitest';
import { celTypeOf, compileCel, dynType, ruleVariables } from '#src/cel/index.ts';

const self = celTypeOf(
  {
    type: 'object',
    properties: {
      name: { type: 'string', maxLength: 10 },
      long: { type: 'string' },
      words: { type: 'array', maxItems: 5, items: { type: 'string', maxLength: 10 } },
      many: { type: 'array', items: { type: 'string' } },
    },
  },
  'self',
);

function costOf(source: string): number {
  const compiled = compileCel(source, { minor: 36, use: 'crd', variables: ruleVariables(self ?? dynType) });
  return compiled.outcome === 'compiled' ? compiled.program.estimatedCost() : NaN;
}

describe('what the server estimates a rule to cost at most', () => {
  test.each([
    ['true', 0],
    ['has(self.name)', 1],
    ["self.name == 'abcde'", 3],
    ["self.name.contains('a')", 6],
    ["self.name.matches('^[a-z]+$')", 2 + 5 * 2],
    ["self.words.all(w, w == 'a')", 2 + 5 * (2 + 3) + 1],
    ['self.words.isSorted()', 2 + 5 * (1 + 4)],
    ['self.name.lowerAscii().size() > 0', 2 + 4 + 1 + 1],
  ])('%s: %d', (source, cost) => expect(costOf(source)).toBe(cost));

  test('without bounds it is beyond any budget', () => {
    expect(costOf("self.many.all(a, self.many.all(b, a != b || a == ''))")).toBeGreaterThan(10_000_000);
    expect(costOf('self.long.size() > 0')).toBeLessThan(100);
  });
});

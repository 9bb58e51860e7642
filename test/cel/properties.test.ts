import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCel, toPlainValue } from '#src/cel/index.ts';
import { evaluate, valueOf, variables } from './evaluate.ts';

const options = { minor: 36, use: 'admission', variables } as const;
const pieces = fc.constantFrom(
  ...'object request .a .?b [0] [?1] ( ) [ ] { } , : ? && || ! - + * / % == < in 1 2u 0.5 "s" b"" r"\\" true null has( .all(x, .map(x, .exists(i, v, .format( size( int( dyn( 9223372036854775808 0x1 \' """ // \\ ` é 😀'.split(
    ' ',
  ),
);

describe('nothing throws', () => {
  test('on random text', () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(' ')),
        ),
        (source) => {
          const compiled = compileCel(source, options);
          outcomes.add(compiled.outcome);
          if (compiled.outcome !== 'compiled') return;
          const bindings = { object: toPlainValue({ a: [1, 'x'] }), request: toPlainValue({}) };
          outcomes.add(compiled.program.evaluate(bindings).outcome);
        },
      ),
      { numRuns: 3000 },
    );
    // Which errors of evaluation come up is chance: that all of parsing, checking and evaluating were reached is not.
    for (const outcome of ['compiled', 'invalid', 'value']) expect(outcomes).toContain(outcome);
  });

  test.each([
    ['parentheses', '('.repeat(5000)],
    ['lists', `${'['.repeat(5000)}1${']'.repeat(5000)}`],
    ['nots', `${'!'.repeat(50_000)}true`],
    ['sums', `1${' + 1'.repeat(20_000)}`],
    ['fields', `object${'.a'.repeat(20_000)}`],
    ['conditions', `${'true ? '.repeat(5000)}1${' : 1'.repeat(5000)}`],
    ['a long one', 'a'.repeat(200_000)],
  ])('on deep %s', (_name, source) => {
    expect(['compiled', 'invalid']).toContain(compileCel(source, options).outcome);
  });

  test('many ands are fine', () => {
    expect(valueOf(Array.from({ length: 5000 }, () => 'true').join(' && '))).toBe(true);
  });
});

describe('costs', () => {
  test('an evaluation stops at its limit', () => {
    const list = Array.from({ length: 200 }, (_, at) => at);
    const loops = 'object.l.all(a, object.l.all(b, object.l.all(c, a + b + c >= 0)))';
    const started = performance.now();
    const result = evaluate(loops, { l: list });
    expect(result).toMatchObject({ outcome: 'error', message: 'the expression costs more than the server lets it' });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('a text cannot grow without end', () => {
    const doubling =
      "object.l.map(x, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa').join('').replace('', 'bbbbbbbbbbbbbbbbbbbb').size() > 0";
    expect(['value', 'error']).toContain(evaluate(doubling, { l: Array.from({ length: 3000 }, () => 0) }).outcome);
  });
});

describe('arithmetic', () => {
  const whole = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  test('sums are exact or errors', () => {
    fc.assert(
      fc.property(whole, whole, (one, other) => {
        const sum = one + other;
        const fits = BigInt.asIntN(64, sum) === sum;
        expect(valueOf('object.a + object.b', { a: one, b: other })).toBe(fits ? sum : 'error');
      }),
    );
  });

  test('an order is total', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const bytes = Buffer.compare(Buffer.from(one), Buffer.from(other));
        expect(valueOf('object.a < object.b', { a: one, b: other })).toBe(bytes < 0);
      }),
    );
  });
});

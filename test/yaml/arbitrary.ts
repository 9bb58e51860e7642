import * as fc from 'fast-check';
import type { YamlValue } from '#src/yaml/index.ts';
import { nastyStrings } from './corpus.ts';

const fragments = fc.constantFrom(
  ...': |- |? |#| #|\n|\n\n|  |\t|\r|"|\'|\\|{|}|[|]|,|&|*|!|>|%|@|`|---|...|<<|=|~|0|1|_|.|e|x|-|+|a|yes|é|\u0085|\u2028|\ufeff|\u00a0|\u0007|😀'.split(
    '|',
  ),
  '|',
);

export const strings: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...nastyStrings),
  fc.array(fragments, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text)),
  fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }).map((lines) => lines.join('\n')),
);

const numbers = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e21, 1e-7, 2 ** 53, 2 ** 63, -(2 ** 63), 1.5, 5e-324, Number.MAX_VALUE),
);

const bigints = fc
  .bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n })
  .filter((value) => !Number.isSafeInteger(Number(value)));

export const values: fc.Arbitrary<YamlValue> = fc.letrec<{ value: YamlValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    strings,
    numbers,
    bigints,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(strings, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

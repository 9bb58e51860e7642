import { describe, expect, test } from 'vitest';
import { disagreement, specCases } from './spec-cases.ts';

const quoted = 'names in back ticks are off in Kubernetes';
const locale = 'the version of the strings library that Kubernetes has writes numbers for American English';
const literal = 'that version writes what lists and maps hold as it stands in expressions';
const whole = 'that version takes no NaN and no infinity for %d';
const infinity = 'that version writes an infinity like this';
const position = 'cel-go returns -1 for a start behind the end';
const nullable = 'which of an optional and null is the more general type; Kubernetes refuses such a list';

/** Where Kubernetes differs from the specification, and why. */
const known: Readonly<Record<string, string>> = {
  '/fields/quoted_map_fields/field_access_slash': quoted,
  '/fields/quoted_map_fields/field_access_dash': quoted,
  '/fields/quoted_map_fields/field_access_dot': quoted,
  '/fields/quoted_map_fields/has_field_slash': quoted,
  '/fields/quoted_map_fields/has_field_dash': quoted,
  '/fields/quoted_map_fields/has_field_dot': quoted,
  '/string_ext/format/scientific notation formatting clause': locale,
  '/string_ext/format/scientific notation formatting clause in a string variable': locale,
  '/string_ext/format/default precision for scientific notation': locale,
  '/string_ext/format/dyntype support for scientific notation': locale,
  '/string_ext/format/NaN support for scientific notation': locale,
  '/string_ext/format/positive infinity support for scientific notation': infinity,
  '/string_ext/format/negative infinity support for scientific notation': infinity,
  '/string_ext/format/positive infinity support for fixed-point': infinity,
  '/string_ext/format/negative infinity support for fixed-point': infinity,
  '/string_ext/format/NaN support for decimal': whole,
  '/string_ext/format/positive infinity support for decimal': whole,
  '/string_ext/format/negative infinity support for decimal': whole,
  '/string_ext/format/list support for string': literal,
  '/string_ext/format/map support for string': literal,
  '/string_ext/format/map support (all key types)': literal,
  '/string_ext/format/dyntype NaN/infinity support': literal,
  '/string_ext/format/dyntype support for lists': literal,
  '/string_ext/format/dyntype support for maps': literal,
  '/string_ext/value_errors/indexof_out_of_range': position,
  '/string_ext/value_errors/lastindexof_out_of_range': position,
  '/type_deductions/legacy_nullable_types/null_assignable_to_abstract_parameter_candidate': nullable,
};

describe('the conformance data of the CEL specification', () => {
  const { cases, left } = specCases();
  const found = new Map(
    cases.flatMap((one) => {
      const wrong = disagreement(one);
      return wrong === undefined ? [] : [[one.name, wrong] as const];
    }),
  );

  test('agreement is as it is known', () => {
    const explained = [...found.keys()].filter((name) => name in known);
    process.stdout.write(
      `CEL conformance: ${cases.length - found.size} of ${cases.length} cases agree, ${explained.length} differ as Kubernetes does; ` +
        `${left} more are about what Kubernetes has not\n`,
    );
    for (const name of explained) process.stdout.write(`  ${name}: ${known[name]}\n`);
    const unexplained = [...found].filter(([name]) => !(name in known)).map(([name, wrong]) => `${name}: ${wrong}`);
    expect(unexplained).toEqual([]);
    expect(Object.keys(known).filter((name) => !found.has(name))).toEqual([]);
    expect(cases.length).toBeGreaterThan(1200);
  });
});

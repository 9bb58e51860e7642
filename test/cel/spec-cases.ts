import { getConformanceSuite } from '@bufbuild/cel-spec/testdata/tests.js';
import type { CelType, CelValue } from '#src/cel/index.ts';
import { nameType } from '#src/cel/index.ts';
import { compileIn } from '#src/cel/compile.ts';
import type { CelEnvironment } from '#src/cel/environment.ts';
import { environmentOf } from '#src/cel/environment.ts';
import { areEqual } from '#src/cel/equality.ts';
import { typeOf, valueOf } from './spec-values.ts';

type Suite = ReturnType<typeof getConformanceSuite>;
type Test = Suite['tests'][number]['original'];

/** Sections about messages of Protocol Buffers or libraries that Kubernetes has not. */
const foreign =
  /^\/(?:proto2|proto3|proto2_ext|enums|dynamic|wrappers|block_ext|encoders_ext|math_ext|network_ext|unknowns)(?:\/|$)/;
const message = /google\.protobuf\.[A-Z]\w+\s*\{|TestAllTypes|GlobalEnum|NestedTestAllTypes/;

export interface SpecCase {
  readonly name: string;
  readonly test: Test;
}

export function specCases(): { readonly cases: readonly SpecCase[]; readonly left: number } {
  const all = collect(getConformanceSuite(), '');
  const cases = all.filter(({ name, test }) => !foreign.test(name) && isKubernetes(test));
  return { cases, left: all.length - cases.length };
}

function collect(suite: Suite, path: string): readonly SpecCase[] {
  return [
    ...suite.tests.map(({ name, original }) => ({ name: `${path}/${name}`, test: original })),
    ...suite.suites.flatMap((one) => collect(one, `${path}/${one.name}`)),
  ];
}

/** The server checks every expression, knows no containers, and no variables of message types. */
function isKubernetes(test: Test): boolean {
  if (test.disableCheck || test.disableMacros || test.container !== '' || message.test(test.expr)) return false;
  const declared = test.typeEnv.every(
    ({ declKind }) => declKind.case === 'ident' && variableType(declKind.value) !== undefined,
  );
  return declared && Object.values(test.bindings).every((one) => boundValue(one) !== undefined);
}

function variableType(ident: { readonly type?: Parameters<typeof typeOf>[0] | undefined }): CelType | undefined {
  return ident.type === undefined ? undefined : typeOf(ident.type);
}

function boundValue(bound: Test['bindings'][string]): CelValue | undefined {
  return bound.kind.case === 'value' ? valueOf(bound.kind.value) : undefined;
}

/** Everything that any use of the newest server has; literals of several types, which Kubernetes alone refuses. */
function environment(test: Test): CelEnvironment {
  const variables = Object.fromEntries(
    test.typeEnv.flatMap(({ name, declKind }) => {
      const type = declKind.case === 'ident' ? variableType(declKind.value) : undefined;
      return type === undefined ? [] : [[name, type] as const];
    }),
  );
  return { ...environmentOf({ minor: 37, use: 'dra', expressions: 'stored', variables }), literals: 'mixed' };
}

/** What disagrees, in words, or undefined. */
export function disagreement({ test }: SpecCase): string | undefined {
  const compiled = compileIn(test.expr, environment(test));
  const { resultMatcher: wanted } = test;
  const wantsError = wanted.case === 'evalError' || wanted.case === 'anyEvalErrors';
  if (compiled.outcome === 'unsupported') return `unsupported: ${compiled.reason}`;
  if (compiled.outcome === 'invalid') return wantsError ? undefined : `refused: ${compiled.problems[0]?.message}`;
  if (wanted.case === 'typedResult' && wanted.value.deducedType !== undefined) {
    const type = typeOf(wanted.value.deducedType);
    if (type !== undefined && nameType(type) !== nameType(compiled.type))
      return `type ${nameType(compiled.type)}, not ${nameType(type)}`;
  }
  if (test.checkOnly) return undefined;
  const bindings = Object.fromEntries(
    Object.entries(test.bindings).map(([name, one]) => [name, boundValue(one) ?? null]),
  );
  const result = compiled.program.evaluate(bindings);
  if (result.outcome !== 'value')
    return wantsError && result.outcome === 'error' ? undefined : `${result.outcome}: ${JSON.stringify(result)}`;
  if (wantsError) return 'no error';
  const value =
    wanted.case === 'value' ? wanted.value : wanted.case === 'typedResult' ? wanted.value.result : undefined;
  const expected = wanted.case === undefined ? true : value === undefined ? undefined : valueOf(value);
  if (expected === undefined)
    return wanted.case === 'typedResult' && value === undefined ? undefined : 'not comparable';
  return isSame(result.value, expected) ? undefined : `other value: ${text(result.value)}`;
}

function isSame(value: CelValue, expected: CelValue): boolean {
  if (typeof value === 'number' && Number.isNaN(value)) return Number.isNaN(expected);
  return typeof value === typeof expected && areEqual(value, expected);
}

function text(value: CelValue): string {
  return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? `${one}n` : one)) ?? '';
}

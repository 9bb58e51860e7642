import { compileRe2 } from '../../formats/index.ts';
import { evaluationError } from '../failure.ts';
import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import { codePointLength } from '../code-points.ts';
import type { CelList, CelMap } from '../value.ts';

export function patternOf(pattern: string): NonNullable<ReturnType<typeof compileRe2>['re2']> {
  const { re2, problem } = compileRe2(pattern);
  if (re2 === undefined) throw evaluationError(problem);
  return re2;
}

function matches(text: string, pattern: string): boolean {
  return patternOf(pattern).test(text);
}

function sizeOf(value: CelList | CelMap): bigint {
  return BigInt(value.size);
}

function bytesSize(value: Uint8Array): bigint {
  return BigInt(value.length);
}

function textSize(value: string): bigint {
  return BigInt(codePointLength(value));
}

export const texts: Library = [
  overload('size(bytes): int', bytesSize),
  overload('bytes.size(): int', bytesSize),
  overload('size(list(A)): int', sizeOf),
  overload('list(A).size(): int', sizeOf),
  overload('size(map(A, B)): int', sizeOf),
  overload('map(A, B).size(): int', sizeOf),
  overload('size(string): int', textSize),
  overload('string.size(): int', textSize),
  overload('string.contains(string): bool', (text: string, part: string) => text.includes(part)),
  overload('string.startsWith(string): bool', (text: string, part: string) => text.startsWith(part)),
  overload('string.endsWith(string): bool', (text: string, part: string) => text.endsWith(part)),
  overload('matches(string, string): bool', matches),
  overload('string.matches(string): bool', matches),
];

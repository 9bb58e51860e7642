import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import { listOf } from '../value.ts';
import { patternOf } from './texts.ts';

export const patterns: Library = [
  overload('string.find(string): string', (text: string, pattern: string) => patternOf(pattern).find(text) ?? ''),
  overload('string.findAll(string): list(string)', (text: string, pattern: string) =>
    listOf(patternOf(pattern).findAll(text)),
  ),
  overload('string.findAll(string, int): list(string)', (text: string, pattern: string, limit: bigint) =>
    listOf(patternOf(pattern).findAll(text, Number(limit))),
  ),
];

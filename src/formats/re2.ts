import { createRequire } from 'node:module';
import type { RE2JS } from 're2js';

/** A pattern as Go's `regexp` reads and runs it: linear in the text, no look-around, no back references. */
export interface Re2 {
  /** Does any part of the text match? Patterns are not anchored. */
  readonly test: (text: string) => boolean;
  /** The leftmost match. */
  readonly find: (text: string) => string | undefined;
  /** At most `limit` matches; all of them without a limit or with a negative one. */
  readonly findAll: (text: string, limit?: number) => readonly string[];
}

export type CompiledRe2 =
  | { readonly re2: Re2; readonly problem?: undefined }
  | { readonly re2?: undefined; readonly problem: string };

/** So that a long run over many schemas stays small. */
const keptPatterns = 4096;
const compiled = new Map<string, CompiledRe2>();

/** Never throws. Compiled patterns are kept. */
export function compileRe2(pattern: string): CompiledRe2 {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (compiled.size >= keptPatterns) compiled.clear();
  const result = compileNew(pattern);
  compiled.set(pattern, result);
  return result;
}

/** Loaded when the first pattern is compiled: it takes as long as everything else that a short command loads. */
let engine: typeof RE2JS | undefined;

function loadEngine(): typeof RE2JS {
  const loaded = createRequire(import.meta.url)('re2js') as { readonly RE2JS: typeof RE2JS };
  return loaded.RE2JS;
}

function compileNew(pattern: string): CompiledRe2 {
  try {
    engine ??= loadEngine();
    const expression = engine.compile(pattern);
    return {
      re2: {
        test: (text) => expression.test(text),
        find: (text) => findAll(expression, text, 1)[0],
        findAll: (text, limit = -1) => findAll(expression, text, limit),
      },
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function findAll(expression: RE2JS, text: string, limit: number): readonly string[] {
  const matcher = expression.matcher(text);
  const found: string[] = [];
  let lastEnd = -1;
  while (found.length !== limit && matcher.find()) {
    // Go leaves out an empty match that touches the one before it.
    if (matcher.end() === matcher.start() && matcher.start() === lastEnd) continue;
    lastEnd = matcher.end();
    found.push(matcher.group() ?? '');
  }
  return found;
}

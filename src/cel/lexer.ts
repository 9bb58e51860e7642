import { failure } from './failure.ts';
import { readQuoted } from './quoted.ts';
import type { CelValue } from './value.ts';
import { uintOf } from './value.ts';

export interface Token {
  readonly kind: 'identifier' | 'literal' | 'symbol' | 'end';
  /** The symbol or the identifier; of a literal the text as it stands there. */
  readonly text: string;
  readonly at: number;
  readonly value?: CelValue;
}

const symbols = /==|!=|<=|>=|&&|\|\||[<>!?:.,()[\]{}+\-*/%]/y;
const space = /(?:[\t\n\f\r ]|\/\/[^\n]*)+/y;
const word = /[A-Za-z_][A-Za-z0-9_]*/y;
const float = /(?:[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+|\.[0-9]+(?:[eE][+-]?[0-9]+)?)/y;
const integer = /(?:0x[0-9a-fA-F]+|[0-9]+)([uU]?)/y;
const quoteStart = /[bB]?[rR]?(?:'''|"""|'|")/y;
const words = new Map<string, CelValue>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Throws a failure of kind `syntax`. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += matchAt(space, source, at).length;
    if (at >= source.length) break;
    const token = quotedAt(source, at) ?? wordAt(source, at) ?? numberAt(source, at) ?? symbolAt(source, at);
    if (token === undefined) throw failure('syntax', `does not know the character ${JSON.stringify(source[at])}`, at);
    tokens.push(token);
    at += token.text.length;
  }
  tokens.push({ kind: 'end', text: '', at });
  return tokens;
}

function matchAt(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? '';
}

function quotedAt(source: string, at: number): Token | undefined {
  const start = matchAt(quoteStart, source, at);
  if (start === '') return undefined;
  const { value, end } = readQuoted(source, at, start);
  return { kind: 'literal', text: source.slice(at, end), at, value };
}

function wordAt(source: string, at: number): Token | undefined {
  const text = matchAt(word, source, at);
  if (text === '') return undefined;
  const value = words.get(text);
  if (value !== undefined) return { kind: 'literal', text, at, value };
  return { kind: text === 'in' ? 'symbol' : 'identifier', text, at };
}

/** A minus belongs to the parser, so the smallest integer is one above the range here. */
function numberAt(source: string, at: number): Token | undefined {
  const decimal = matchAt(float, source, at);
  if (decimal !== '') return { kind: 'literal', text: decimal, at, value: floatOf(decimal, at) };
  const text = matchAt(integer, source, at);
  if (text === '') return undefined;
  if (/[uU]$/.test(text)) {
    const value = BigInt(text.slice(0, -1));
    if (value >= 2n ** 64n) throw failure('syntax', `the unsigned integer ${text} is out of range`, at);
    return { kind: 'literal', text, at, value: uintOf(value) };
  }
  const value = BigInt(text);
  if (value > 2n ** 63n) throw failure('syntax', `the integer ${text} is out of range`, at);
  return { kind: 'literal', text, at, value };
}

function floatOf(text: string, at: number): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw failure('syntax', `the number ${text} is out of range`, at);
  return value;
}

function symbolAt(source: string, at: number): Token | undefined {
  const text = matchAt(symbols, source, at);
  return text === '' ? undefined : { kind: 'symbol', text, at };
}

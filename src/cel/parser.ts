import { failure } from './failure.ts';
import type { Token } from './lexer.ts';
import { tokenize } from './lexer.ts';
import { expandMacro } from './macros.ts';
import type { MacroSet } from './macros.ts';
import { parseMemberTail } from './parse-member.ts';
import { parsePrimary } from './parse-primary.ts';
import type { Expression } from './syntax.ts';
import { call, constant } from './syntax.ts';

/** How deep an expression may nest, and how long a chain of operators may be. */
const deepest = 250;
const longest = 100_000;

export interface ParserSettings {
  readonly macros: MacroSet;
  /** `.?`, `[?]` and optional entries. */
  readonly optionals: boolean;
}

export interface Parser {
  readonly settings: ParserSettings;
  readonly peek: (ahead?: number) => Token;
  readonly next: () => Token;
  /** Takes the symbol when it is next. */
  readonly take: (symbol: string) => boolean;
  readonly expect: (symbol: string) => Token;
  readonly expression: () => Expression;
  readonly makeCall: (at: number, name: string, args: readonly Expression[], target?: Expression) => Expression;
}

const relations = new Set(['<', '<=', '>=', '>', '==', '!=', 'in']);
const operatorNames: Readonly<Record<string, string>> = { in: '@in' };

/** Throws a failure of kind `syntax`. */
export function parse(source: string, settings: ParserSettings): Expression {
  if (source.length > longest) throw failure('syntax', `the expression is longer than ${longest} characters`, longest);
  const tokens = tokenize(source);
  let position = 0;
  let depth = 0;
  const end = tokens.at(-1) ?? { kind: 'end', text: '', at: source.length };
  const peek = (ahead = 0): Token => tokens[position + ahead] ?? end;
  const parser: Parser = {
    settings,
    peek,
    next: () => {
      const token = peek();
      position += 1;
      return token;
    },
    take: (symbol) => {
      const taken = isSymbol(peek(), symbol);
      if (taken) position += 1;
      return taken;
    },
    expect: (symbol) => {
      if (!isSymbol(peek(), symbol))
        throw failure('syntax', `expects '${symbol}' but found ${nameToken(peek())}`, peek().at);
      return parser.next();
    },
    expression: () => {
      depth += 1;
      checkDepth(depth, peek().at);
      const parsed = conditional(parser);
      depth -= 1;
      return parsed;
    },
    makeCall: (at, name, args, target) => expandMacro(settings.macros, at, name, args, target),
  };
  const parsed = parser.expression();
  if (peek().kind !== 'end') throw failure('syntax', `does not expect ${nameToken(peek())} here`, peek().at);
  return parsed;
}

export function nameToken(token: Token): string {
  return token.kind === 'end' ? 'the end' : `'${token.text}'`;
}

function isSymbol(token: Token, symbol: string): boolean {
  return token.kind === 'symbol' && token.text === symbol;
}

function checkDepth(depth: number, at: number): void {
  if (depth > deepest) throw failure('syntax', `the expression nests deeper than ${deepest}`, at);
}

function conditional(parser: Parser): Expression {
  const condition = logical(parser, '||', (one) => logical(one, '&&', relation));
  const { at } = parser.peek();
  if (!parser.take('?')) return condition;
  const yes = logical(parser, '||', (one) => logical(one, '&&', relation));
  parser.expect(':');
  return call(at, '_?_:_', [condition, yes, parser.expression()]);
}

/** Balanced, so that a long chain makes no deep tree. */
function logical(parser: Parser, operator: '&&' | '||', operand: (parser: Parser) => Expression): Expression {
  const terms = [operand(parser)];
  const places: number[] = [];
  for (let { at } = parser.peek(); parser.take(operator); { at } = parser.peek()) {
    places.push(at);
    terms.push(operand(parser));
  }
  return balance(terms, places, `_${operator}_`, 0, terms.length - 1);
}

function balance(
  terms: readonly Expression[],
  places: readonly number[],
  name: string,
  from: number,
  to: number,
): Expression {
  const only = terms[from];
  if (from === to && only !== undefined) return only;
  const middle = Math.floor((from + to) / 2);
  return call(places[middle] ?? 0, name, [
    balance(terms, places, name, from, middle),
    balance(terms, places, name, middle + 1, to),
  ]);
}

function relation(parser: Parser): Expression {
  return chain(parser, (text) => relations.has(text), addition);
}

function addition(parser: Parser): Expression {
  return chain(parser, (text) => text === '+' || text === '-', multiplication);
}

function multiplication(parser: Parser): Expression {
  return chain(parser, (text) => text === '*' || text === '/' || text === '%', unary);
}

function chain(
  parser: Parser,
  isOperator: (text: string) => boolean,
  operand: (parser: Parser) => Expression,
): Expression {
  let left = operand(parser);
  let length = 1;
  for (let token = parser.peek(); token.kind === 'symbol' && isOperator(token.text); token = parser.peek()) {
    checkDepth((length += 1), token.at);
    parser.next();
    left = call(token.at, operatorNames[token.text] ?? `_${token.text}_`, [left, operand(parser)]);
  }
  return left;
}

function unary(parser: Parser): Expression {
  const { at } = parser.peek();
  if (parser.take('!')) {
    let count = 1;
    while (parser.take('!')) count += 1;
    const operand = member(parser);
    return count % 2 === 0 ? operand : call(at, '!_', [operand]);
  }
  let count = 0;
  while (parser.peek().text === '-' && !isNumber(parser.peek(1)) && parser.take('-')) count += 1;
  const operand = member(parser);
  return count % 2 === 0 ? operand : call(at, '-_', [operand]);
}

function isNumber(token: Token): boolean {
  return token.kind === 'literal' && (typeof token.value === 'bigint' || typeof token.value === 'number');
}

function member(parser: Parser): Expression {
  const { at } = parser.peek();
  const negative = parser.take('-');
  if (!negative) return memberTail(parser, parsePrimary(parser));
  const { value } = parser.next();
  return memberTail(parser, constant(at, typeof value === 'bigint' ? -value : -Number(value)));
}

function memberTail(parser: Parser, start: Expression): Expression {
  checkRange(start);
  let operand = start;
  let length = 1;
  for (let next = parseMemberTail(parser, operand); next !== undefined; next = parseMemberTail(parser, operand)) {
    checkDepth((length += 1), next.at);
    operand = next;
  }
  return operand;
}

function checkRange(expression: Expression): void {
  if (expression.kind === 'constant' && expression.value === 2n ** 63n) {
    throw failure('syntax', 'the integer is out of range', expression.at);
  }
}

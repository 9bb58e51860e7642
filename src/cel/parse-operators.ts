import { failure } from './failure.ts';
import type { Token } from './lexer.ts';
import { parseMemberTail } from './parse-member.ts';
import { parsePrimary } from './parse-primary.ts';
import type { Parser } from './parser.ts';
import type { Expression } from './syntax.ts';
import { call, constant } from './syntax.ts';

/** How deep an expression may nest, and how long a chain of operators may be. */
const deepest = 250;
const relations = new Set(['<', '<=', '>=', '>', '==', '!=', 'in']);
const operatorNames: Readonly<Record<string, string>> = { in: '@in' };

export function checkDepth(depth: number, at: number): void {
  if (depth > deepest) throw failure('syntax', `the expression nests deeper than ${deepest}`, at);
}

/** `a ? b : c`, or what binds closer. */
export function parseConditional(parser: Parser): Expression {
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

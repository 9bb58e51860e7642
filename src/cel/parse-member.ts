import { failure } from './failure.ts';
import { parseArguments } from './parse-primary.ts';
import type { Parser } from './parser.ts';
import { nameToken } from './parser.ts';
import type { Expression } from './syntax.ts';
import { call } from './syntax.ts';

/** One more `.field`, `.call()` or `[index]` after an operand, or undefined when none follows. */
export function parseMemberTail(parser: Parser, operand: Expression): Expression | undefined {
  const { at } = parser.peek();
  if (parser.take('[')) {
    const optional = optionalMark(parser);
    const index = parser.expression();
    parser.expect(']');
    return call(at, optional ? '_[?_]' : '_[_]', [operand, index]);
  }
  if (!parser.take('.')) return undefined;
  const optional = optionalMark(parser);
  const name = parser.next();
  if (name.kind !== 'identifier') throw failure('syntax', `expects a field but found ${nameToken(name)}`, name.at);
  const { at: opening } = parser.peek();
  if (!optional && parser.take('(')) return parser.makeCall(opening, name.text, parseArguments(parser), operand);
  return { kind: 'select', at, operand, field: name.text, test: false, optional };
}

function optionalMark(parser: Parser): boolean {
  const { at } = parser.peek();
  if (!parser.take('?')) return false;
  if (!parser.settings.optionals) throw failure('syntax', "does not know '?' here", at);
  return true;
}

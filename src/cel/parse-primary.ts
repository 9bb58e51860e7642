import { failure } from './failure.ts';
import type { Parser } from './parser.ts';
import { nameToken } from './parser.ts';
import type { Expression, MapEntry, StructField } from './syntax.ts';
import { constant, identifier } from './syntax.ts';

/** Words that no variable and no function may have as its name; fields may. */
const reserved = new Set(
  'as break const continue else false for function if import in let loop package namespace null return true var void while'.split(
    ' ',
  ),
);

/** A literal, a name, a global call, a list, a map, a struct, or an expression in parentheses. */
export function parsePrimary(parser: Parser): Expression {
  const token = parser.next();
  if (token.kind === 'literal') return constant(token.at, token.value ?? null);
  if (token.kind === 'identifier') return named(parser, token.text, token.at);
  if (token.text === '.' && parser.peek().kind === 'identifier')
    return named(parser, `.${parser.next().text}`, token.at);
  if (token.text === '(') {
    const inner = parser.expression();
    parser.expect(')');
    return inner;
  }
  if (token.text === '[') return list(parser, token.at);
  if (token.text === '{') return { kind: 'map', at: token.at, entries: mapEntries(parser) };
  throw failure('syntax', `does not expect ${nameToken(token)} here`, token.at);
}

/** Arguments after an opening parenthesis, which is already taken. */
export function parseArguments(parser: Parser): readonly Expression[] {
  const args: Expression[] = [];
  if (parser.take(')')) return args;
  do args.push(parser.expression());
  while (parser.take(','));
  parser.expect(')');
  return args;
}

function named(parser: Parser, name: string, at: number): Expression {
  const struct = structAhead(parser, name);
  if (struct !== undefined) return { kind: 'struct', at, name: struct, fields: structFields(parser) };
  if (reserved.has(name.replace(/^\./, ''))) throw failure('syntax', `'${name}' is reserved`, at);
  const { at: opening } = parser.peek();
  if (!parser.take('(')) return identifier(at, name);
  return parser.makeCall(opening, name, parseArguments(parser));
}

/** `a.b.C{`: the name of a struct, when one follows; its opening brace is taken then. */
function structAhead(parser: Parser, start: string): string | undefined {
  let ahead = 0;
  let name = start;
  while (parser.peek(ahead).text === '.' && parser.peek(ahead + 1).kind === 'identifier') {
    name += `.${parser.peek(ahead + 1).text}`;
    ahead += 2;
  }
  const brace = parser.peek(ahead);
  if (brace.kind !== 'symbol' || brace.text !== '{') return undefined;
  for (let taken = 0; taken <= ahead; taken += 1) parser.next();
  return name;
}

function optionalMark(parser: Parser): boolean {
  const { at } = parser.peek();
  if (!parser.take('?')) return false;
  if (!parser.settings.optionals) throw failure('syntax', "does not know '?' here", at);
  return true;
}

function list(parser: Parser, at: number): Expression {
  const elements: Expression[] = [];
  const optional = new Set<number>();
  while (!parser.take(']')) {
    if (elements.length === 0 && parser.take(',')) {
      parser.expect(']');
      break;
    }
    if (optionalMark(parser)) optional.add(elements.length);
    elements.push(parser.expression());
    if (!parser.take(',')) {
      parser.expect(']');
      break;
    }
  }
  return { kind: 'list', at, elements, optional };
}

function mapEntries(parser: Parser): readonly MapEntry[] {
  const entries: MapEntry[] = [];
  while (!parser.take('}')) {
    if (entries.length === 0 && parser.take(',')) {
      parser.expect('}');
      break;
    }
    const optional = optionalMark(parser);
    const key = parser.expression();
    parser.expect(':');
    entries.push({ key, value: parser.expression(), optional });
    if (!parser.take(',')) {
      parser.expect('}');
      break;
    }
  }
  return entries;
}

function structFields(parser: Parser): readonly StructField[] {
  const fields: StructField[] = [];
  while (!parser.take('}')) {
    if (fields.length === 0 && parser.take(',')) {
      parser.expect('}');
      break;
    }
    const optional = optionalMark(parser);
    const name = parser.next();
    if (name.kind !== 'identifier') throw failure('syntax', `expects a field but found ${nameToken(name)}`, name.at);
    parser.expect(':');
    fields.push({ at: name.at, name: name.text, value: parser.expression(), optional });
    if (!parser.take(',')) {
      parser.expect('}');
      break;
    }
  }
  return fields;
}

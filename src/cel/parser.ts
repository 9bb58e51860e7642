import { failure } from './failure.ts';
import type { Token } from './lexer.ts';
import { tokenize } from './lexer.ts';
import { expandMacro } from './macros.ts';
import type { MacroSet } from './macros.ts';
import { checkDepth, parseConditional } from './parse-operators.ts';
import type { Expression } from './syntax.ts';

/** How long an expression may be. */
const longest = 100_000;

interface ParserSettings {
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
      const parsed = parseConditional(parser);
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

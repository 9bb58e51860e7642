import { exactly, plus, scaled, times, union, unknownAmount } from './amount.ts';
import type { Amount } from './amount.ts';
import type { CallEstimate, CallNode, CallParts } from './estimate-functions.ts';
import { heldOf } from './estimate-size.ts';

const perCharacter = 0.1;
const perPatternCharacter = 0.25;

function size(node: CallNode | undefined): Amount {
  return node?.size ?? unknownAmount;
}

/** Operators and standard functions whose cost is not 1. */
export function operatorEstimates(parts: CallParts, name: string, id: string): CallEstimate | undefined {
  const [first, second] = parts.args;
  switch (name) {
    case 'format':
      return { cost: scaled(size(parts.target), perCharacter), size: undefined };
    case 'bytes':
      return id.startsWith('bytes(string)')
        ? converted(size(first), { min: size(first).min, max: size(first).max * 4 })
        : undefined;
    case 'string':
      return id.startsWith('string(bytes)')
        ? converted(size(first), { min: Math.floor(size(first).min / 4), max: size(first).max })
        : undefined;
    case 'strings.quote':
      return converted(size(first), { min: size(first).min + 2, max: size(first).max * 2 + 2 });
    case 'startsWith':
    case 'endsWith':
      return { cost: scaled(size(first), perCharacter), size: undefined };
    case '@in':
      return id.includes('list(') ? { cost: size(second), size: undefined } : undefined;
    case 'matches': {
      if (parts.target === undefined) return undefined;
      const text = scaled(plus(size(parts.target), exactly(1)), perCharacter);
      return { cost: times(text, scaled(size(first), perPatternCharacter)), size: undefined };
    }
    case 'contains':
      return {
        cost: times(scaled(size(parts.target), perCharacter), scaled(size(first), perCharacter)),
        size: undefined,
      };
    case '_?_:_':
      return conditional(parts);
    case '_+_':
      return sum(parts, id);
    case '_==_':
    case '_!=_':
      return compared(size(first), size(second));
    default:
      return /^_[<>]=?_\((?:string|bytes),/.test(id) ? compared(size(first), size(second)) : undefined;
  }
}

function converted(from: Amount, to: Amount): CallEstimate {
  return { cost: scaled(from, perCharacter), size: { min: Math.min(to.min, 2 ** 64), max: Math.min(to.max, 2 ** 64) } };
}

function compared(one: Amount, other: Amount): CallEstimate {
  const max = Math.min(one.max, other.max);
  return { cost: scaled({ min: max > 0 ? 1 : 0, max }, perCharacter), size: undefined };
}

function conditional({ estimate, call, args, costs }: CallParts): CallEstimate {
  const [condition = exactly(0), yes = exactly(0), no = exactly(0)] = costs;
  const [, first, second] = args;
  joinHeld({ estimate, call }, first, second);
  return {
    cost: plus(condition, union(yes, no)),
    size: union(first?.size ?? unknownAmount, second?.size ?? unknownAmount),
  };
}

function sum({ estimate, call, args }: CallParts, id: string): CallEstimate | undefined {
  const [first, second] = args;
  if (!/^_\+_\((?:string|bytes|list)/.test(id)) return undefined;
  const total = plus(first?.size ?? unknownAmount, second?.size ?? unknownAmount);
  joinHeld({ estimate, call }, first, second);
  return { cost: id.startsWith('_+_(list') ? exactly(1) : scaled(total, perCharacter), size: total };
}

function joinHeld({ estimate, call }: Pick<CallParts, 'estimate' | 'call'>, first?: CallNode, second?: CallNode): void {
  const one = first === undefined ? undefined : heldOf(estimate, first.expression);
  const other = second === undefined ? undefined : heldOf(estimate, second.expression);
  if (one === undefined || other === undefined) return;
  estimate.held.set(call, {
    container: one.container,
    key: union(one.key, other.key),
    value: union(one.value, other.value),
  });
}

import type { Amount } from './amount.ts';
import { exactly, plus, scaled, times, unknownAmount } from './amount.ts';
import type { CallEstimate, CallNode, CallParts } from './estimate-functions.ts';
import { sizeOfNode } from './estimate-functions.ts';
import { declaredSize } from './estimate-size.ts';

const perCharacter = 0.1;
const walked = new Set(['isSorted', 'sum', 'max', 'min', 'indexOf', 'lastIndexOf', 'includes']);

/** Functions over lists, and those that take texts apart and put them together. */
export function listEstimates(parts: CallParts, name: string): CallEstimate | undefined {
  const { target, args } = parts;
  const [first, second] = args;
  if (walked.has(name)) return walk(parts);
  switch (name) {
    case 'split': {
      const limit = second?.expression.kind === 'constant' ? second.expression.value : undefined;
      const max = typeof limit === 'bigint' ? Number(BigInt.asUintN(64, limit)) : sizeOfNode(target).max;
      return { cost: scaled(sizeOfNode(target), 2 * perCharacter), size: { min: 0, max } };
    }
    case 'join':
      return join(parts);
    case 'replace':
      return {
        cost: scaled(sizeOfNode(target), 2 * perCharacter),
        size: replaced(sizeOfNode(target), sizeOfNode(first), sizeOfNode(second)),
      };
    case 'sets.contains':
    case 'sets.intersects':
      return { cost: plus(times(sizeOfNode(first), sizeOfNode(second)), exactly(1)), size: undefined };
    case 'sets.equivalent':
      return { cost: plus(scaled(times(sizeOfNode(first), sizeOfNode(second)), 2), exactly(1)), size: undefined };
    case 'slice':
      return made(1, exactly(Math.max(whole(second, sizeOfNode(target).max) - whole(first, 0), 0)));
    case 'lists.range':
      return made(1, exactly(whole(first, unknownAmount.max)));
    case 'reverse':
      return made(1, sizeOfNode(target));
    case 'flatten':
      return made(first === undefined ? 1 : whole(first, unknownAmount.max), sizeOfNode(target));
    case 'distinct':
      return made(2, times(sizeOfNode(target), sizeOfNode(target)));
    case 'sort':
      return sorted(target, target);
    case '@sortByAssociatedKeys':
      return sorted(first, first);
    default:
      return undefined;
  }
}

/** A new list: the call, its making, and so much for each of its items. */
function made(factor: number, size: Amount): CallEstimate {
  return { cost: plus(scaled(size, factor), exactly(11)), size };
}

function sorted(keys: CallNode | undefined, list: CallNode | undefined): CallEstimate {
  const kind = keys?.type.params[0]?.kind;
  const size = sizeOfNode(list);
  return made(kind === 'string' || kind === 'bytes' ? 2 + perCharacter : 2, times(size, size));
}

function whole(node: CallNode | undefined, otherwise: number): number {
  const value = node?.expression.kind === 'constant' ? node.expression.value : undefined;
  return typeof value === 'bigint' ? Math.max(Number(value), 0) : otherwise;
}

function itemSize({ estimate }: CallParts, list: CallNode): Amount {
  const declared = list.path.length === 0 ? undefined : declaredSize(estimate, [...list.path, '@items']);
  return declared ?? unknownAmount;
}

function walk(parts: CallParts): CallEstimate | undefined {
  const { target } = parts;
  if (target === undefined) return undefined;
  const [item] = target.type.params;
  if (item === undefined) return { cost: scaled(sizeOfNode(target), perCharacter), size: undefined };
  const texts = item.kind === 'string' || item.kind === 'bytes';
  const each = texts ? plus(exactly(1), scaled(itemSize(parts, target), perCharacter)) : exactly(1);
  return { cost: times(sizeOfNode(target), each), size: undefined };
}

function join(parts: CallParts): CallEstimate | undefined {
  const { target, args } = parts;
  if (target === undefined) return undefined;
  const count = sizeOfNode(target);
  let size = times(count, itemSize(parts, target));
  const [separator] = args;
  if (separator !== undefined) {
    const gaps = { min: Math.max(count.min - 1, 0), max: Math.max(count.max - 1, 0) };
    size = plus(size, times(sizeOfNode(separator), gaps));
  }
  return { cost: scaled(size, perCharacter), size };
}

/** How long a text can become, and how short. */
function replaced(text: Amount, part: Amount, by: Amount): Amount {
  const longest = (): number => {
    if (part.min === 0) return plus(times(exactly(text.max + 1), exactly(by.max)), exactly(text.max)).max;
    if (by.max <= part.min) return text.max;
    return times(exactly(Math.ceil(text.max / part.min)), exactly(by.max)).max;
  };
  const shortest = (): number => {
    if (part.max === 0) return plus(times(exactly(text.min + 1), exactly(by.min)), exactly(text.min)).min;
    if (part.max <= by.min) return text.min;
    return times(exactly(Math.ceil(text.min / part.max)), exactly(by.min)).min;
  };
  return { min: shortest(), max: longest() };
}

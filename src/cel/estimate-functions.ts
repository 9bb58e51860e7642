import type { Amount } from './amount.ts';
import { exactly, plus, scaled, times, unknownAmount } from './amount.ts';
import { listEstimates } from './estimate-lists.ts';
import type { Estimate } from './estimate-size.ts';
import type { Call, Expression } from './syntax.ts';
import type { CelType } from './type.ts';
import { isExactType } from './type.ts';

/** A target or an argument. */
export interface CallNode {
  readonly expression: Expression;
  readonly path: readonly string[];
  readonly type: CelType;
  readonly size: Amount | undefined;
  /** By its path alone. */
  readonly declared: Amount | undefined;
}

export interface CallParts {
  readonly estimate: Estimate;
  readonly call: Call;
  readonly target: CallNode | undefined;
  readonly args: readonly CallNode[];
  /** Of the arguments. */
  readonly costs: readonly Amount[];
}

export interface CallEstimate {
  /** Of the call itself. */
  readonly cost: Amount;
  /** Of what comes out. */
  readonly size: Amount | undefined;
}

const perCharacter = 0.1;
const perPatternCharacter = 0.25;
const longestFormatPattern = 128;
const longestFormat = 64;
const unit = new Set(
  (
    'serviceAccount path group resource subresource namespace name allowed reason error errored masked prefixLength family ' +
    'isUnspecified isLoopback isLinkLocalMulticast isLinkLocalUnicast isGlobalUnicast format.named sign asInteger isInteger ' +
    'asApproximateFloat isGreaterThan isLessThan compareTo add sub major minor patch getScheme getHostname getHost getPort ' +
    'getEscapedPath getQuery'
  ).split(' '),
);
const traversed = new Set(['cidr', 'isIP', 'isCIDR', 'quantity', 'isQuantity', 'semver', 'isSemver', 'ip']);
const shortened = new Set(['lowerAscii', 'upperAscii', 'substring', 'trim']);

export function sizeOfNode(node: CallNode | undefined): Amount {
  return node?.size ?? node?.declared ?? unknownAmount;
}

function plain(cost: Amount): CallEstimate {
  return { cost, size: undefined };
}

/** Functions of Kubernetes' libraries and the extensions that it has. */
export function functionEstimates(parts: CallParts, name: string, id: string): CallEstimate | undefined {
  const { target, args } = parts;
  const [first] = args;
  if (name === 'check') return plain(exactly(350_000));
  if (unit.has(name) || id.startsWith('CIDR.ip')) return plain(exactly(1));
  if (traversed.has(name)) return plain(scaled(sizeOfNode(first), perCharacter));
  if (shortened.has(name)) return { cost: scaled(sizeOfNode(target), perCharacter), size: sizeOfNode(target) };
  switch (name) {
    case 'fieldSelector':
    case 'labelSelector':
      return plain(
        plus(plus(exactly(10), scaled(sizeOfNode(first), perCharacter)), scaled(scaled(sizeOfNode(first), 0.5), 50)),
      );
    case 'url':
    case 'jsonpatch.escapeKey':
      return { cost: scaled(sizeOfNode(first), perCharacter), size: sizeOfNode(first) };
    case 'ip.isCanonical':
      return plain(scaled(sizeOfNode(first), 2 * perCharacter));
    case 'containsIP':
      return plain(plus(exactlyAddresses(2), asText(first, id)));
    case 'containsCIDR':
      return plain(plus(plus(plus(exactlyAddresses(2), exactlyAddresses(1)), exactly(1)), asText(first, id)));
    case 'validate':
      return plain(scaled(scaled(sizeOfNode(first), perCharacter), longestFormatPattern * perPatternCharacter));
    case 'find':
    case 'findAll': {
      const text = scaled(plus(sizeOfNode(target), exactly(1)), perCharacter);
      const cost = times(text, scaled(sizeOfNode(first), perPatternCharacter));
      return { cost, size: { min: 0, max: sizeOfNode(target).max } };
    }
    case '_==_':
      return equality(args);
    default:
      return listEstimates(parts, name);
  }
}

/** So many times the bytes of an address, of either family. */
function exactlyAddresses(count: number): Amount {
  return scaled({ min: 4 * count, max: 16 * count }, perCharacter);
}

function asText(node: CallNode | undefined, id: string): Amount {
  return id.includes('(string)') ? scaled(sizeOfNode(node), perCharacter) : exactly(0);
}

function equality([one, other]: readonly CallNode[]): CallEstimate | undefined {
  if (one === undefined || other === undefined || !isExactType(one.type, other.type)) return undefined;
  const { name } = one.type;
  if (name === 'kubernetes.NamedFormat')
    return { cost: scaled({ min: 1, max: longestFormat }, perCharacter), size: undefined };
  if (name === 'kubernetes.URL') {
    const max = other.size?.max ?? 1;
    return { cost: scaled({ min: 1, max }, perCharacter), size: undefined };
  }
  const known = name.startsWith('net.') || /^kubernetes\.(?:Quantity|Semver|authorization\.\w+)$/.test(name);
  return known ? { cost: exactly(1), size: undefined } : undefined;
}

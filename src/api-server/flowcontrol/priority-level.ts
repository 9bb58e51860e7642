import type {
  ExemptPriorityLevelConfiguration,
  LimitedPriorityLevelConfiguration,
  LimitResponse,
  QueuingConfiguration,
} from '../../schema/types/flowcontrol-v1.ts';
import { forbidden, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkOneOf } from '../text-field.ts';

const mostQueues = 10_000_000;
/** Bits of the hash that picks a hand of queues. */
const hashBits = 60;

export function validateExempt(check: Check, level: ExemptPriorityLevelConfiguration, at: FieldPath): void {
  expectFrom0(check, level.nominalConcurrencyShares, child(at, 'nominalConcurrencyShares'));
  expectFrom0(check, level.lendablePercent, child(at, 'lendablePercent'), 100);
}

export function validateLimited(check: Check, level: LimitedPriorityLevelConfiguration, at: FieldPath): void {
  expectFrom0(check, level.nominalConcurrencyShares, child(at, 'nominalConcurrencyShares'));
  validateLimitResponse(check, level.limitResponse ?? {}, child(at, 'limitResponse'));
  expectFrom0(check, level.lendablePercent, child(at, 'lendablePercent'), 100);
  expectFrom0(check, level.borrowingLimitPercent, child(at, 'borrowingLimitPercent'));
}

function validateLimitResponse(check: Check, { type = '', queuing }: LimitResponse, at: FieldPath): void {
  if (type === '') required(check, child(at, 'type'));
  else checkOneOf(check, child(at, 'type'), type, ['Queue', 'Reject']);
  const place = child(at, 'queuing');
  if (type === 'Reject' && queuing !== undefined) forbidden(check, place, 'belongs to type Queue');
  if (type !== 'Queue') return;
  if (queuing === undefined) required(check, place, 'must be set for type Queue');
  else validateQueuing(check, queuing, place);
}

function validateQueuing(check: Check, queuing: QueuingConfiguration, at: FieldPath): void {
  const queues = queuing.queues || 64;
  const hand = queuing.handSize || 8;
  const length = queuing.queueLengthLimit || 50;
  if (length < 0) invalid(check, child(at, 'queueLengthLimit'), length, 'must be above 0');
  if (queues < 0 || queues > mostQueues) invalid(check, child(at, 'queues'), queues, `must be from 1 to ${mostQueues}`);
  const wrong = handProblem(hand, queues);
  if (wrong !== undefined) invalid(check, child(at, 'handSize'), hand, wrong);
}

function handProblem(hand: number, queues: number): string | undefined {
  if (hand < 0) return 'must be above 0';
  if (hand > queues) return `may be at most the number of queues, ${queues}`;
  if (Math.ceil(Math.log2(queues) * hand) > hashBits) return `is too large for ${queues} queues`;
  return undefined;
}

function expectFrom0(check: Check, value: number | undefined, at: FieldPath, maximum = Infinity): void {
  if (value === undefined || (value >= 0 && value <= maximum)) return;
  invalid(check, at, value, maximum === Infinity ? 'may not be negative' : `must be from 0 to ${maximum}`);
}

import type {
  NodeAffinity,
  NodeSelector,
  NodeSelectorRequirement,
  NodeSelectorTerm,
} from '../../schema/types/core-v1.ts';
import { dns1123Subdomain, labelValue, qualifiedName } from '../../formats/index.ts';
import { forbidden, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { expectFormat } from './expect-format.ts';
import { checkedSince } from './gates.ts';

export interface NodeSelectorOptions {
  /** Values that are no label values match nothing; the server says so only where a node is required. */
  readonly anyValues?: boolean;
}

/** Of a volume, a resource slice, a runtime class: one term at least, and each of them sound. */
export function validateNodeSelector(
  check: Check,
  selector: NodeSelector,
  at: FieldPath,
  options: NodeSelectorOptions = {},
): void {
  const place = child(at, 'nodeSelectorTerms');
  const terms = selector.nodeSelectorTerms ?? [];
  if (terms.length === 0) required(check, place, 'must have one term at least');
  for (const [position, term] of terms.entries()) {
    validateNodeSelectorTerm(check, term, index(place, position), options);
  }
}

export function validateNodeSelectorTerm(
  check: Check,
  term: NodeSelectorTerm,
  at: FieldPath,
  options: NodeSelectorOptions = {},
): void {
  for (const [position, one] of (term.matchExpressions ?? []).entries()) {
    validateLabelRequirement(check, one, index(child(at, 'matchExpressions'), position), options);
  }
  for (const [position, one] of (term.matchFields ?? []).entries()) {
    validateFieldRequirement(check, one, index(child(at, 'matchFields'), position));
  }
}

export function validateNodeAffinity(
  check: Check,
  affinity: NodeAffinity,
  at: FieldPath,
  options: NodeSelectorOptions = {},
): void {
  const wanted = affinity.requiredDuringSchedulingIgnoredDuringExecution;
  const place = child(at, 'requiredDuringSchedulingIgnoredDuringExecution');
  if (wanted !== undefined) validateNodeSelector(check, wanted, place, options);
  const preferred = child(at, 'preferredDuringSchedulingIgnoredDuringExecution');
  for (const [position, term] of (affinity.preferredDuringSchedulingIgnoredDuringExecution ?? []).entries()) {
    const here = index(preferred, position);
    validateWeight(check, term.weight, child(here, 'weight'));
    validateNodeSelectorTerm(check, term.preference ?? {}, child(here, 'preference'), { anyValues: true });
  }
}

/** Of what is preferred. */
export function validateWeight(check: Check, weight: number | undefined, at: FieldPath): void {
  const value = weight ?? 0;
  if (value < 1 || value > 100) invalid(check, at, value, 'must be from 1 to 100');
}

function validateLabelRequirement(
  check: Check,
  one: NodeSelectorRequirement,
  at: FieldPath,
  options: NodeSelectorOptions,
): void {
  const values = one.values ?? [];
  const place = child(at, 'values');
  switch (one.operator) {
    case 'In':
    case 'NotIn':
      if (values.length === 0) required(check, place, `is needed for operator ${one.operator}`);
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0) forbidden(check, place, `has no place beside operator ${one.operator}`);
      break;
    case 'Gt':
    case 'Lt':
      if (values.length !== 1) required(check, place, `must have one value for operator ${one.operator}`);
      break;
    default:
      invalid(check, child(at, 'operator'), one.operator ?? '', 'must be In, NotIn, Exists, DoesNotExist, Gt or Lt');
  }
  expectFormat(check, child(at, 'key'), one.key ?? '', qualifiedName(one.key ?? ''));
  if (options.anyValues === true || check.minor < checkedSince.nodeSelectorValues) return;
  for (const [position, value] of values.entries())
    expectFormat(check, index(place, position), value, labelValue(value));
}

/** Nodes can be chosen by one field, their name, and by one name at a time. */
function validateFieldRequirement(check: Check, one: NodeSelectorRequirement, at: FieldPath): void {
  const values = one.values ?? [];
  const place = child(at, 'values');
  if (one.operator !== 'In' && one.operator !== 'NotIn') {
    invalid(check, child(at, 'operator'), one.operator ?? '', 'must be In or NotIn');
  } else if (values.length !== 1) {
    required(check, place, 'must have one value');
  }
  if (one.key !== 'metadata.name') {
    invalid(check, child(at, 'key'), one.key ?? '', 'must be metadata.name');
    return;
  }
  for (const [position, value] of values.entries()) {
    expectFormat(check, index(place, position), value, dns1123Subdomain(value));
  }
}

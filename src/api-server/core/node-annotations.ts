import type { Taint } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { invalid, required } from '../check.ts';
import { child, index } from '../field-path.ts';
import { validateTaints } from './taints.ts';

const at = child(undefined, 'metadata', 'annotations');
const taints = 'scheduler.alpha.kubernetes.io/taints';
const avoided = 'scheduler.alpha.kubernetes.io/preferAvoidPods';

/** Two annotations that schedulers read long ago hold JSON, and the server still looks into it. */
export function validateNodeAnnotations(check: Check, annotations: Readonly<Record<string, string>>): void {
  const [tainted = '', avoiding = ''] = [annotations[taints], annotations[avoided]];
  if (tainted !== '') {
    const list = parse(tainted) ?? [];
    if (!isListOfTaints(list)) invalid(check, at, taints, 'must be a list of taints as JSON');
    else validateTaints(check, list, child(at, taints));
  }
  if (avoiding !== '') {
    const value = parse(avoiding) ?? {};
    const entries = isRecord(value) ? (value['preferAvoidPods'] ?? []) : undefined;
    if (!Array.isArray(entries) || !entries.every(isRecord)) {
      return invalid(check, child(at, 'AvoidPods'), avoided, 'must hold `preferAvoidPods` as JSON');
    }
    validateAvoided(check, entries);
  }
}

function validateAvoided(check: Check, entries: readonly Readonly<Record<string, unknown>>[]): void {
  for (const [position, { podSignature }] of entries.entries()) {
    const signatureAt = child(index(child(at, avoided), position), 'PodSignature');
    const controller = isRecord(podSignature) ? podSignature['podController'] : undefined;
    if (!isRecord(controller)) required(check, signatureAt);
    else if (controller['controller'] === false) {
      invalid(check, child(signatureAt, 'PodController', 'Controller'), false, 'must be true');
    }
  }
}

/** Text that is no JSON is as wrong as a number. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return 0;
  }
}

function isListOfTaints(value: unknown): value is readonly Taint[] {
  const texts = ['key', 'value', 'effect'];
  const isTaint = (one: unknown): boolean =>
    isRecord(one) && texts.every((name) => one[name] === undefined || typeof one[name] === 'string');
  return Array.isArray(value) && value.every((one) => isTaint(one));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { objectKey } from '../kernel/index.ts';
import type { Finding } from '../kernel/index.ts';
import type { FileVerdict } from './engine.ts';
import type { NotChecked } from './validation.ts';

/** Verdicts of many files as one: sorted, so that neither the order of files nor the number of threads shows. */
export function mergeVerdicts(verdicts: readonly FileVerdict[]): FileVerdict {
  const gaps = new Map<string, NotChecked>();
  for (const gap of verdicts.flatMap(({ notChecked }) => notChecked)) {
    const id = `${gap.reason}\0${gap.subject}`;
    const known = gaps.get(id);
    gaps.set(
      id,
      known === undefined
        ? gap
        : { ...known, count: known.count + gap.count, objects: [...known.objects, ...gap.objects] },
    );
  }
  return {
    findings: verdicts.flatMap(({ findings }) => findings).toSorted(byPlace),
    objects: sum(verdicts.map(({ objects }) => objects)),
    checked: sum(verdicts.map(({ checked }) => checked)),
    notChecked: [...gaps.values()]
      .map(({ reason, subject, count, objects }) => ({
        reason,
        subject,
        count,
        objects: objects.toSorted((a, b) => compare(objectKey(a), objectKey(b))),
      }))
      .toSorted((a, b) => compare(a.reason, b.reason) || compare(a.subject, b.subject)),
  };
}

function byPlace(left: Finding, right: Finding): number {
  return (
    compare(left.unit?.id ?? '', right.unit?.id ?? '') ||
    compare(left.location?.file ?? '', right.location?.file ?? '') ||
    compare(keyOf(left), keyOf(right)) ||
    compare(left.pointer ?? '', right.pointer ?? '') ||
    compare(left.rule, right.rule) ||
    (left.location?.line ?? 0) - (right.location?.line ?? 0) ||
    (left.location?.column ?? 0) - (right.location?.column ?? 0) ||
    compare(left.message, right.message)
  );
}

function keyOf({ object }: Finding): string {
  return object === undefined ? '' : objectKey(object);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

import type { UserError } from '../kernel/index.ts';

function compare(left: string | number, right: string | number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** By file, line and column, each error once; those without a place come first. */
export function sortErrors(errors: readonly UserError[]): readonly UserError[] {
  const sorted = errors.toSorted((left, right) => {
    const [here, there] = [left.location, right.location];
    return (
      compare(here?.file ?? '', there?.file ?? '') ||
      compare(here?.line ?? 0, there?.line ?? 0) ||
      compare(here?.column ?? 0, there?.column ?? 0) ||
      compare(left.message, right.message)
    );
  });
  return sorted.filter((error, index) => {
    const before = sorted[index - 1];
    return (
      before?.message !== error.message ||
      before.location?.file !== error.location?.file ||
      before.location?.line !== error.location?.line ||
      before.location?.column !== error.location?.column
    );
  });
}

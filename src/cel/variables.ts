import type { CelType } from './type.ts';

/** `self` and `oldSelf` of a CRD's rule. */
export function ruleVariables(self: CelType, oldSelf: CelType = self): Readonly<Record<string, CelType>> {
  return { self, oldSelf };
}

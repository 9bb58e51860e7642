import { findKindValidation, kindValidations, validateKind } from '../../../api-server/index.ts';
import type { Check, KindValidation } from '../../../api-server/index.ts';
import { fieldProblem } from '../../field-problem.ts';
import { defineRule } from '../../rule.ts';
import type { ObjectRule } from '../../rule.ts';
import { aliases } from './aliases.ts';

/** One rule per kind, from the tables of `api-server`: each kind's file there holds its rule's words. */
export const kindRules: readonly ObjectRule[] = [...byRule()].map(([id, validations]) => kindRule(id, validations));

/** Versions of a kind that differ have files of their own and one rule. */
function byRule(): ReadonlyMap<string, readonly KindValidation[]> {
  const rules = new Map<string, readonly KindValidation[]>();
  for (const validation of kindValidations.filter(({ metadataOnly }) => metadataOnly !== true)) {
    const { id } = validation.rule;
    rules.set(id, [...(rules.get(id) ?? []), validation]);
  }
  return rules;
}

function kindRule(id: string, validations: readonly KindValidation[]): ObjectRule {
  const [first] = validations;
  const known = aliases.get(id);
  return defineRule({
    id,
    set: 'api-server',
    title: first?.rule.title ?? '',
    fix: first?.rule.fix ?? '',
    severity: 'error',
    ...(known === undefined ? {} : { aliases: known }),
    kinds: [...new Set(validations.map(({ group, kind }) => `${group}/${kind}`))],
    check({ apiVersion, ref, decoded, old, target }, report) {
      const validation = findKindValidation(apiVersion, ref.kind);
      if (validation === undefined) return;
      const check: Check = { minor: target.minor, errors: [] };
      validateKind(check, decoded.object, old?.decoded.object, validation);
      for (const error of check.errors) report(fieldProblem(error, ref));
    },
  });
}

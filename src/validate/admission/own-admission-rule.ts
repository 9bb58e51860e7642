import type { SetObject } from '../../analysis/index.ts';
import type { Declared } from '../../kernel/index.ts';
import type { AdmissionRule } from '../../model/types.ts';
import type { SetRule } from '../rule.ts';
import { judgeSet } from './judge-set.ts';
import { pointerOf } from './pointer-of.ts';
import { policyOf } from './policy-of.ts';

/** An admission rule of the organisation's own as a rule of the engine: it says of an object what the policy made of it would say. */
export function ownAdmissionRule(rule: AdmissionRule): SetRule & { readonly declared: Declared } {
  const { id, title, fix, severity, tiers, docs, declared } = rule;
  const spec = policyOf(rule);
  return {
    id,
    set: 'admission',
    title,
    fix,
    severity,
    docs: docs ?? `platform/policy/${id}.md`,
    declared,
    ...(tiers === undefined ? {} : { tiers }),
    kinds: 'every',
    checkSet(world, report, leaveOut) {
      const asked = new Map<string, SetObject>();
      for (const { of, denials, unknown } of judgeSet(world, spec, [{}])[0] ?? []) {
        const { group, version, kind } = of.object.ref;
        if (of.doubt !== undefined) leaveOut(of.doubt, `${group === '' ? version : `${group}/${version}`}/${kind}`);
        if (of.doubt === 'schema-missing') continue;
        for (const reason of unknown) asked.set(reason, asked.get(reason) ?? of.object);
        for (const { validation, message, isError } of denials) {
          const expression = rule.validations[validation ?? -1]?.expression ?? '';
          report(of.object, {
            messageId: isError ? 'error' : 'denied',
            message,
            pointer: pointerOf(expression, of.object.object),
          });
        }
      }
      for (const [reason, object] of asked) {
        leaveOut('cel-unsupported', id);
        report(object, {
          messageId: 'not-checked',
          message: `rule ${id} was not checked: ${reason}`,
          pointer: '',
          severity: 'info',
          fix: 'Ask a cluster that has the policy: `kubectl apply --dry-run=server`.',
        });
      }
    },
  };
}

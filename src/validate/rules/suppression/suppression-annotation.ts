import { step } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { suppressionsIn } from '../../suppression.ts';

export const suppressionAnnotation = defineRule({
  id: 'suppression-annotation',
  set: 'strict',
  title: 'No annotation silences the rules of a tool.',
  fix: 'Repair what the rule finds and remove the annotation; in a platform repository declare a waiver, which has an owner and a last day.',
  severity: 'warning',
  kinds: 'every',
  check(view, report) {
    const { pod, target } = view;
    // One annotation may name several rules.
    const said = new Map<string, { readonly key: string; readonly silenced: string[] }>();
    for (const { key, tool, check, inTemplate } of suppressionsIn({ object: view.decoded.object, pod })) {
      const pointer = `${inTemplate ? (pod?.pointer ?? '') : ''}/metadata/annotations${step(key)}`;
      const known = said.get(pointer) ?? { key, silenced: [] };
      known.silenced.push(check === undefined ? `all rules of ${tool}` : `${tool}/${check}`);
      said.set(pointer, known);
    }
    for (const [pointer, { key, silenced }] of said) {
      report({
        messageId: 'annotation',
        message: `the annotation ${key} silences ${silenced.join(', ')} for this object`,
        pointer,
        seen: key,
        atKey: true,
        // Elsewhere there are no waivers to write instead.
        ...(target.facts === undefined ? { severity: 'info' as const } : {}),
      });
    }
  },
});

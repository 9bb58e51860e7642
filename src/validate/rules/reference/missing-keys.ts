import { formatObject } from '../../../kernel/index.ts';
import type { Present, SetObject } from '../../../analysis/index.ts';
import type { ReportOn } from '../../rule.ts';
import { presentNoun, relatedTo } from './ends.ts';

/** Reports keys that a ConfigMap or Secret has not, as far as its keys are known. Keys are no secret; values are not looked at. */
export function wantKeys(
  report: ReportOn,
  from: SetObject,
  part: string,
  found: Present,
  keys: readonly { readonly key: string; readonly pointer: string }[],
): void {
  const known = found.keys;
  if (known === undefined) return;
  for (const { key, pointer } of keys) {
    if (known.includes(key)) continue;
    const has = known.length === 0 ? 'no keys' : known.join(', ');
    report(from, {
      messageId: 'missing-key',
      message: `${formatObject(from.ref)}: ${part} names the key ${key} of ${presentNoun(found)}, which has ${has}`,
      pointer,
      seen: key,
      allowed: has,
      ...relatedTo(found),
    });
  }
}

import { isScalar } from 'yaml';
import type { Alias } from 'yaml';
import type { Composition } from './compose.ts';
import { fail } from './problem.ts';
import { resolveScalar } from './scalar.ts';
import type { YamlValue } from './value.ts';

/** The value that an alias stands for; every use of it counts as if it were written out. */
export function expand(composition: Composition, alias: Alias): YamlValue {
  const target = composition.anchors.get(alias.source);
  if (target === undefined) {
    const hint =
      'An anchor (&name) must stand before its aliases, in the same document. Quote a text that begins with *.';
    composition.errors.push(fail(composition, alias, 'yaml-unknown-anchor', `unknown anchor "${alias.source}"`, hint));
    return null;
  }
  composition.aliases.set(alias, target);
  // A key is not composed on its own, so a scalar's value is worked out here.
  const done =
    composition.done.get(target) ??
    (isScalar(target) ? { value: resolveScalar(composition, target), size: 1 } : undefined);
  if (done === undefined) {
    throw fail(composition, alias, 'yaml-cycle', `anchor "${alias.source}" contains itself`, 'Write the value out.');
  }
  composition.size += done.size;
  composition.aliased += done.size;
  if (isBomb(composition)) {
    throw fail(
      composition,
      alias,
      'yaml-alias-bomb',
      'the document consists of aliases almost entirely',
      'Write the values out.',
    );
  }
  return done.value;
}

/** The limit of Kubernetes' reader: 99 % of a document may come from aliases, 10 % of one with 4 million nodes. */
function isBomb({ size, aliased }: Composition): boolean {
  if (aliased <= 100 || size <= 1000) return false;
  const share = Math.min(1, Math.max(0, (size - 400_000) / 3_600_000));
  return aliased / size > 0.99 - 0.89 * share;
}

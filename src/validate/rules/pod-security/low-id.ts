import type { JsonObject } from '../../../kernel/index.ts';
import { hasUserNamespace, isWindows } from '../../../analysis/index.ts';
import type { ObjectView } from '../../view.ts';
import type { ReportProblem } from '../../rule.ts';
import { effectiveOf } from './effective-context.ts';

/** Says which containers run with an id that the node may have given to somebody, or with whatever the image says. */
export function reportLowIds(
  { pod }: ObjectView,
  field: 'runAsUser' | 'runAsGroup',
  { least }: JsonObject,
  report: ReportProblem,
): void {
  // In a user namespace, ids mean nothing on the node.
  if (pod === undefined || isWindows(pod) || hasUserNamespace(pod) || typeof least !== 'number') return;
  const seen = new Set<string>();
  for (const { container, value, pointer } of effectiveOf(pod, field)) {
    if ((typeof value === 'number' && value >= least) || seen.has(pointer)) continue;
    seen.add(pointer);
    const noun = field === 'runAsUser' ? 'user' : 'group';
    report({
      messageId: value === undefined ? 'required' : 'low',
      message:
        value === undefined
          ? `container "${container}" runs with the ${noun} that its image names`
          : `container "${container}" runs with ${noun} ${value}, which may be one of the node's`,
      pointer,
      ...(value === undefined ? {} : { seen: String(value) }),
      allowed: `${least} or more`,
    });
  }
}

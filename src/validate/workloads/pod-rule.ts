import { podKinds } from '../../analysis/index.ts';
import type { PodView } from '../../analysis/index.ts';
import type { JsonObject } from '../../kernel/index.ts';
import { defineRule } from '../rule.ts';
import type { ObjectRule, ReportProblem, RuleMetadata } from '../rule.ts';
import type { ObjectView } from '../view.ts';

/** A rule about the pod inside an object, of whatever kind. */
interface PodRule extends RuleMetadata {
  readonly checkPod: (pod: PodView, report: ReportProblem, options: JsonObject, view: ObjectView) => void;
}

export function definePodRule({ checkPod, ...metadata }: PodRule): ObjectRule {
  return defineRule({
    ...metadata,
    kinds: podKinds,
    check(view, report, _leaveOut, options) {
      // Without a table nothing is known of the types inside: what judges the kind has said so.
      if (view.builtIn !== undefined && view.pod !== undefined) checkPod(view.pod, report, options, view);
    },
  });
}

/** Runs until somebody stops it: not a job, and no pod that may end by itself. */
export function runsOn({ ref }: Pick<ObjectView, 'ref'>, { spec }: PodView): boolean {
  return ref.group !== 'batch' && (spec.restartPolicy ?? 'Always') === 'Always';
}

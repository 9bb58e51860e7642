import { mappingOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { rolloutSpecOf, stepsOf, strategiesOf } from './rollout.ts';

export const rolloutPauseDuration = defineRule({
  id: 'rollout-pause-duration',
  set: 'strict',
  title: 'A pause of a Rollout ends by itself.',
  fix: 'Give the pause a `duration`.',
  severity: 'warning',
  kinds: ['argoproj.io/Rollout'],
  check({ decoded }, report) {
    for (const strategy of strategiesOf(rolloutSpecOf(decoded.object))) {
      for (const { step, pointer } of stepsOf(strategy)) {
        if (!('pause' in step) || mappingOf(step['pause'])['duration'] !== undefined) continue;
        report({
          messageId: 'endless',
          message: 'the pause has no duration: the rollout waits until somebody resumes it',
          pointer: `${pointer}/pause`,
        });
      }
    }
  },
});

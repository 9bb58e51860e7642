import { isLoose } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { rolloutSpecOf, strategiesOf } from './rollout.ts';

/** Source: https://argoproj.github.io/argo-rollouts/features/specification/ */
const least = 30;

export const rolloutScaleDownDelay = defineRule({
  id: 'rollout-scale-down-delay',
  set: 'recommended',
  title: 'Old pods of a Rollout outlive the time that nodes need to learn the new addresses.',
  fix: 'Set `scaleDownDelaySeconds` to 30 or more, or leave it out.',
  severity: 'warning',
  kinds: ['argoproj.io/Rollout'],
  check({ decoded }, report) {
    for (const { name, fields, pointer } of strategiesOf(rolloutSpecOf(decoded.object))) {
      const delay = fields['scaleDownDelaySeconds'];
      // A canary without traffic routing is an ordinary rolling update: the delay does not apply.
      if (typeof delay !== 'number' || delay >= least || (name === 'canary' && !isLoose(fields['trafficRouting'])))
        continue;
      report({
        messageId: 'short',
        message: `old pods go ${delay} seconds after the switch, while nodes may still send them requests`,
        pointer: `${pointer}/scaleDownDelaySeconds`,
        seen: String(delay),
        allowed: `${least} or more`,
      });
    }
  },
});

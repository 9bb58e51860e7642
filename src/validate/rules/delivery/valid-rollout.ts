import { isLoose, mappingOf, textOf } from '../../../analysis/index.ts';
import type { Loose } from '../../../analysis/index.ts';
import { goDuration } from '../../../formats/index.ts';
import { defineRule } from '../../rule.ts';
import type { Problem } from '../../rule.ts';
import { rolloutSpecOf, stepsOf, strategiesOf } from './rollout.ts';

/** Source: pkg/apis/rollouts/validation/validation.go of Argo Rollouts 1.8. */
export const validRollout = defineRule({
  id: 'valid-rollout',
  set: 'recommended',
  title: 'A Rollout has one strategy that its controller can carry out.',
  fix: 'Give one of `canary` and `blueGreen`, with steps and Services that the strategy needs.',
  severity: 'error',
  kinds: ['argoproj.io/Rollout'],
  check({ decoded }, report) {
    const spec = rolloutSpecOf(decoded.object);
    const strategies = strategiesOf(spec);
    if (strategies.length !== 1) {
      report({
        messageId: 'one-strategy',
        message: `the Rollout has ${strategies.length === 0 ? 'no strategy' : 'two strategies'}`,
        pointer: 'strategy' in spec ? '/spec/strategy' : '/spec',
        allowed: 'canary or blueGreen',
      });
    }
    if (isLoose(spec['template']) && isLoose(spec['workloadRef'])) {
      report({
        messageId: 'two-templates',
        message: 'the Rollout has both a template and a workloadRef',
        pointer: '/spec/workloadRef',
        allowed: 'one of the two',
      });
    }
    for (const strategy of strategies) {
      const { name, fields, pointer } = strategy;
      const needed =
        name === 'blueGreen' ? ['activeService'] : splitsByService(fields) ? ['canaryService', 'stableService'] : [];
      for (const field of needed) {
        if (textOf(fields[field]) !== undefined) continue;
        report({ messageId: 'no-service', message: `\`${field}\` is missing, and ${name} needs it`, pointer });
      }
      for (const { step, pointer: at } of stepsOf(strategy)) {
        const problem = stepProblem(step, at);
        if (problem !== undefined) report(problem);
      }
    }
  },
});

/** A DestinationRule of Istio splits by subsets of one Service, and ping-pong has two Services of its own. */
function splitsByService({ trafficRouting, pingPong }: Loose): boolean {
  return (
    isLoose(trafficRouting) && !isLoose(pingPong) && !isLoose(mappingOf(trafficRouting['istio'])['destinationRule'])
  );
}

function stepProblem(step: Loose, pointer: string): Problem | undefined {
  const kinds = Object.keys(step).filter((key) => step[key] !== null && step[key] !== undefined);
  if (kinds.length !== 1) {
    const message = `the step does ${kinds.length === 0 ? 'nothing' : `${kinds.length} things: ${kinds.join(', ')}`}`;
    return { messageId: 'step', message, pointer, allowed: 'one thing' };
  }
  const weight = step['setWeight'];
  if (typeof weight === 'number' && (weight < 0 || weight > 100)) {
    const message = `a weight is a share of 100, and this one is ${weight}`;
    return { messageId: 'weight', message, pointer: `${pointer}/setWeight`, allowed: '0 to 100' };
  }
  const { duration } = mappingOf(step['pause']);
  if (typeof duration !== 'string' || duration.includes('{{')) return undefined;
  if (/^\d+$/.test(duration) || goDuration(duration) !== undefined) return undefined;
  const message = `"${duration}" is no duration`;
  return {
    messageId: 'pause',
    message,
    pointer: `${pointer}/pause/duration`,
    allowed: 'seconds, or a duration like 10m',
  };
}

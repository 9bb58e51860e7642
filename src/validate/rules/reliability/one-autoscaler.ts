import { formatObject, objectKey } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { scalerKinds, scalersByTarget } from '../../workloads/index.ts';

export const oneAutoscaler = defineRule({
  id: 'one-autoscaler',
  set: 'recommended',
  title: 'One autoscaler decides how many pods a workload has.',
  fix: 'Keep one, and give it the metrics of both: the highest number wins.',
  severity: 'error',
  aliases: ['kyverno/prevent-duplicate-hpa'],
  kinds: scalerKinds,
  checkSet(world, report) {
    for (const [workload, [first, ...others]] of world.view(scalersByTarget)) {
      for (const { object } of others) {
        // The same one twice, in files for two environments, is another matter.
        if (first === undefined || objectKey(first.object.ref) === objectKey(object.ref)) continue;
        report(object, {
          messageId: 'second',
          message: `${formatObject(workload.ref)} is scaled by ${first.object.ref.kind} "${first.object.ref.name}" already: they take back each other's decisions`,
          pointer: '/spec/scaleTargetRef',
          related: [{ object: first.object, pointer: '/spec/scaleTargetRef' }, { object: workload }],
        });
      }
    }
  },
});

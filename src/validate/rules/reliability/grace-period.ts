import { definePodRule, mainContainersOf } from '../../workloads/index.ts';
import type { LifecycleHandler } from '../../../schema/types/core-v1.ts';

export const gracePeriod = definePodRule({
  id: 'grace-period',
  set: 'recommended',
  title: 'A pod has time to stop.',
  fix: 'Raise `terminationGracePeriodSeconds` above what `preStop` waits, by what the program itself needs to stop.',
  severity: 'warning',
  checkPod(pod, report, _options, { ref }) {
    const grace = Number(pod.spec.terminationGracePeriodSeconds ?? 30);
    const at = `${pod.pointer}/spec/terminationGracePeriodSeconds`;
    if (grace === 0 && ref.kind === 'StatefulSet') {
      report({
        messageId: 'none',
        message:
          'pods are forgotten without knowing that they have stopped: two of one name may run and write to one volume',
        pointer: at,
        seen: '0',
      });
      return;
    }
    for (const { container, name, pointer } of mainContainersOf(pod)) {
      const hook = container.lifecycle?.preStop;
      const waits = hook === undefined ? undefined : secondsOf(hook);
      if (waits === undefined || waits < grace) continue;
      report({
        messageId: 'too-short',
        message: `container "${name}" waits ${waits} s before it is told to stop, but is killed after ${grace} s`,
        pointer: `${pointer}/lifecycle/preStop`,
        seen: `${waits} s`,
        allowed: `less than ${grace} s`,
      });
    }
  },
});

/** What a hook waits at least; undefined when nobody can tell. */
function secondsOf({ sleep, exec }: LifecycleHandler): number | undefined {
  if (sleep?.seconds !== undefined) return Number(sleep.seconds);
  const [, seconds] = /(?:^|[\s;&/])sleep\s+(\d+)s?(?:$|[\s;&])/.exec((exec?.command ?? []).join(' ')) ?? [];
  return seconds === undefined ? undefined : Number(seconds);
}

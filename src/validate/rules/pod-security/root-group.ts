import { isWindows } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { effectiveOf } from './effective-context.ts';

export const rootGroup = defineRule({
  id: 'root-group',
  set: 'strict',
  title: 'No container is told to run with group 0.',
  fix: 'Name another group, or leave it out so that the image decides.',
  severity: 'warning',
  aliases: ['kube-linter/run-as-non-root', 'monokle/KBP109'],
  restates: ['low-group-id'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined || isWindows(pod)) return;
    const seen = new Set<string>();
    const say = (pointer: string, message: string): void => {
      if (!seen.has(pointer)) report({ messageId: 'root', message, pointer, seen: '0', allowed: '1 or more' });
      seen.add(pointer);
    };
    for (const { container, value, pointer } of effectiveOf(pod, 'runAsGroup')) {
      if (value === 0) say(pointer, `container "${container}" runs with group 0, that of root`);
    }
    const context = pod.spec.securityContext;
    const at = `${pod.pointer}/spec/securityContext`;
    if (context?.fsGroup !== undefined && Number(context.fsGroup) === 0)
      say(`${at}/fsGroup`, 'the files of the volumes belong to group 0, that of root');
    for (const [position, group] of (context?.supplementalGroups ?? []).entries()) {
      if (Number(group) === 0)
        say(`${at}/supplementalGroups/${position}`, 'all containers are in group 0, that of root');
    }
  },
});

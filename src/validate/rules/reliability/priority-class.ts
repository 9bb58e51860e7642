import { definePodRule, textsOption } from '../../workloads/index.ts';

export const priorityClass = definePodRule({
  id: 'priority-class',
  set: 'strict',
  title: 'A pod says how important it is.',
  fix: "Set `priorityClassName` to one of the cluster's classes.",
  severity: 'info',
  aliases: ['kube-linter/priority-class-name', 'polaris/priorityClassNotSet', 'kyverno/allowed-pod-priorities'],
  options: { allowed: [] },
  checkPod({ spec, pointer }, report, options) {
    const allowed = textsOption(options, 'allowed');
    const { priorityClassName: name = '' } = spec;
    if (name !== '' && (allowed.length === 0 || allowed.includes(name))) return;
    report({
      messageId: name === '' ? 'missing' : 'not-allowed',
      message:
        name === ''
          ? 'when nodes are full, these pods are as dispensable as any'
          : `priority class "${name}" is not for this cluster's workloads`,
      pointer: `${pointer}/spec/priorityClassName`,
      ...(name === '' ? {} : { seen: name }),
      ...(allowed.length === 0 ? {} : { allowed: allowed.join(', ') }),
    });
  },
});

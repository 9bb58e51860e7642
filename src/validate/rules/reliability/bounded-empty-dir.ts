import { definePodRule } from '../../workloads/index.ts';

export const boundedEmptyDir = definePodRule({
  id: 'bounded-empty-dir',
  set: 'strict',
  title: 'A volume of type emptyDir has an upper bound.',
  fix: 'Set `emptyDir.sizeLimit`.',
  severity: 'info',
  aliases: ['kyverno/require-emptydir-requests-limits'],
  checkPod({ spec, pointer }, report) {
    for (const [position, { name = '', emptyDir }] of (spec.volumes ?? []).entries()) {
      if (emptyDir === undefined || emptyDir.sizeLimit !== undefined) continue;
      const where = emptyDir.medium === 'Memory' ? 'the memory' : 'the disk';
      report({
        messageId: emptyDir.medium === 'Memory' ? 'memory' : 'disk',
        message: `volume "${name}" may grow until ${where} of the node is full`,
        pointer: `${pointer}/spec/volumes/${position}/emptyDir/sizeLimit`,
      });
    }
  },
});

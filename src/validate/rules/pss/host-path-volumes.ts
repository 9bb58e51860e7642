import { definePodSecurityRule } from '../../pss/control.ts';

export const hostPathVolumes = definePodSecurityRule({
  id: 'pss-host-path-volumes',
  title: 'A pod does not mount paths of its node.',
  fix: 'Use a persistentVolumeClaim, emptyDir or projected volume instead of `hostPath`.',
  aliases: ['polaris/hostPathSet', 'monokle/PSS105'],
  control: {
    name: 'hostPathVolumes',
    level: 'baseline',
    since: 0,
    replacedSince: 0,
    offences: ({ spec, pointer }) =>
      (spec.volumes ?? []).flatMap(({ hostPath }, position) =>
        hostPath === undefined
          ? []
          : [
              {
                pointer: `${pointer}/spec/volumes/${position}/hostPath`,
                messageId: 'forbidden' as const,
                detail: 'gives the pod a path of its node',
                seen: hostPath.path,
              },
            ],
      ),
  },
});

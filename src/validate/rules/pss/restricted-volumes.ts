import type { Volume } from '../../../schema/types/core-v1.ts';
import { definePodSecurityRule } from '../../pss/control.ts';

const allowed = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const;

export const restrictedVolumes = definePodSecurityRule({
  id: 'pss-restricted-volumes',
  title: 'A pod mounts only volumes that reach nothing outside what the cluster gives it.',
  fix: 'Put a persistentVolumeClaim, or another of the allowed kinds of volume, in place of the one that is named.',
  aliases: ['polaris/hostPathSet', 'monokle/PSS201'],
  control: {
    name: 'restrictedVolumes',
    level: 'restricted',
    since: 0,
    offences: ({ spec, pointer }) =>
      (spec.volumes ?? []).flatMap((volume, position) => {
        const source = sourceOf(volume);
        if (source === undefined || allowed.some((name) => volume[name] !== undefined)) return [];
        return {
          pointer: `${pointer}/spec/volumes/${position}/${source}`,
          messageId: 'forbidden',
          detail: 'is no allowed kind of volume',
          seen: source,
          allowed: allowed.join(', '),
        };
      }),
  },
});

/** A volume without a source is an emptyDir. */
function sourceOf(volume: Volume): string | undefined {
  return Object.keys(volume).find((field) => field !== 'name');
}

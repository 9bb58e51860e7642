import { definePodRule } from '../../workloads/index.ts';

/** Types of volumes that Kubernetes deprecates and then takes out (k8s.io/kubernetes/pkg/api/pod): the minor versions of both. */
const types = [
  { type: 'gitRepo', since: 11, dead: 33, instead: 'an init container that clones' },
  { type: 'scaleIO', since: 16, dead: 22, instead: 'a CSI driver' },
  { type: 'flocker', since: 22, dead: 25, instead: 'a CSI driver' },
  { type: 'storageos', since: 22, dead: 25, instead: 'a CSI driver' },
  { type: 'quobyte', since: 22, dead: 25, instead: 'a CSI driver' },
  { type: 'photonPersistentDisk', since: 11, dead: 16, instead: 'a CSI driver' },
  { type: 'glusterfs', since: 25, dead: 26, instead: 'a CSI driver' },
  { type: 'cephfs', since: 28, dead: 31, instead: 'a CSI driver' },
  { type: 'rbd', since: 28, dead: 31, instead: 'a CSI driver' },
] as const;

export const deprecatedVolumes = definePodRule({
  id: 'deprecated-volumes',
  set: 'life-cycle',
  title: 'A volume is of a type that Kubernetes still mounts.',
  fix: 'Use a persistentVolumeClaim of a class with a CSI driver.',
  severity: 'warning',
  checkPod({ spec, pointer }, report, _options, { target }) {
    for (const [position, volume] of (spec.volumes ?? []).entries()) {
      for (const { type, since, dead, instead } of types) {
        if (volume[type] === undefined || target.minor < since) continue;
        const isDead = target.minor >= dead;
        report({
          messageId: isDead ? 'without-effect' : 'deprecated',
          message: isDead
            ? `nodes of Kubernetes 1.${dead} and later do not mount volumes of type ${type}: the pod never starts`
            : `volumes of type ${type} are deprecated since Kubernetes 1.${since}`,
          pointer: `${pointer}/spec/volumes/${position}/${type}`,
          seen: type,
          allowed: instead,
          ...(isDead ? { severity: 'error' as const } : {}),
        });
      }
    }
  },
});

import { isMapping, memberOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

interface Deprecation {
  /** A whole key, or the beginning of keys that ends in a slash. */
  readonly key: string;
  /** Minor version of Kubernetes that deprecates it. */
  readonly since: number;
  readonly instead: string;
  /** The server does nothing with it any more from this minor version on. */
  readonly dead?: number;
}

const deprecations: readonly Deprecation[] = [
  { key: 'container.apparmor.security.beta.kubernetes.io/', since: 30, instead: 'securityContext.appArmorProfile' },
  { key: 'seccomp.security.alpha.kubernetes.io/pod', since: 19, dead: 27, instead: 'securityContext.seccompProfile' },
  {
    key: 'container.seccomp.security.alpha.kubernetes.io/',
    since: 19,
    dead: 27,
    instead: 'securityContext.seccompProfile',
  },
  { key: 'scheduler.alpha.kubernetes.io/critical-pod', since: 13, dead: 16, instead: 'priorityClassName' },
  { key: 'scheduler.alpha.kubernetes.io/preferAvoidPods', since: 22, instead: 'taints and tolerations' },
  { key: 'security.alpha.kubernetes.io/sysctls', since: 11, dead: 11, instead: 'securityContext.sysctls' },
  { key: 'security.alpha.kubernetes.io/unsafe-sysctls', since: 11, dead: 11, instead: 'securityContext.sysctls' },
  { key: 'kubernetes.io/ingress.class', since: 18, instead: 'spec.ingressClassName' },
  { key: 'volume.beta.kubernetes.io/storage-class', since: 9, instead: 'spec.storageClassName' },
  { key: 'volume.beta.kubernetes.io/mount-options', since: 31, instead: 'spec.mountOptions' },
  {
    key: 'storageclass.beta.kubernetes.io/is-default-class',
    since: 16,
    instead: 'storageclass.kubernetes.io/is-default-class',
  },
  {
    key: 'service.alpha.kubernetes.io/tolerate-unready-endpoints',
    since: 11,
    instead: 'spec.publishNotReadyAddresses',
  },
  { key: 'service.kubernetes.io/topology-aware-hints', since: 27, instead: 'spec.trafficDistribution' },
  { key: 'kubernetes.io/enforce-mountable-secrets', since: 32, instead: 'namespaces of their own' },
];

export const deprecatedAnnotations = defineRule({
  id: 'deprecated-annotations',
  set: 'life-cycle',
  title: 'What a field says is not said by an annotation that came before the field.',
  fix: 'Use the field that replaces the annotation.',
  severity: 'warning',
  kinds: 'every',
  check({ pod, decoded, target, builtIn }, report) {
    if (builtIn === undefined) return;
    const places = [
      { pointer: '/metadata/annotations', annotations: memberOf(decoded.object, 'metadata', 'annotations') },
    ];
    if (pod !== undefined && pod.pointer !== '')
      places.push({ pointer: `${pod.pointer}/metadata/annotations`, annotations: pod.metadata.annotations });
    for (const { pointer, annotations } of places) {
      for (const key of isMapping(annotations) ? Object.keys(annotations) : []) {
        const found = deprecations.find((one) => (one.key.endsWith('/') ? key.startsWith(one.key) : key === one.key));
        if (found === undefined || target.minor < found.since) continue;
        const dead = found.dead !== undefined && target.minor >= found.dead;
        report({
          messageId: dead ? 'without-effect' : 'deprecated',
          message: dead
            ? `annotation "${key}" does nothing since Kubernetes 1.${found.dead}`
            : `annotation "${key}" is deprecated since Kubernetes 1.${found.since}`,
          pointer: `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
          seen: key,
          allowed: found.instead,
          fix: `Use ${found.instead}.`,
        });
      }
    }
  },
});

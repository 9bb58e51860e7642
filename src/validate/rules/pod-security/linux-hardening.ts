import { containersOf, isWindows } from '../../../analysis/index.ts';
import type { PodView } from '../../../analysis/index.ts';
import type { PodSecurityContext, SecurityContext } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';

const annotationPrefix = 'container.apparmor.security.beta.kubernetes.io/';

export const linuxHardening = defineRule({
  id: 'linux-hardening',
  set: 'strict',
  title: 'Something holds every container back: seccomp, AppArmor, SELinux or dropped capabilities.',
  fix: 'Set `securityContext.seccompProfile.type: RuntimeDefault` in the pod.',
  severity: 'warning',
  aliases: ['polaris/linuxHardening', 'checkov/CKV_K8S_31'],
  restates: ['pss-seccomp-profile-restricted', 'pss-seccomp-profile-baseline'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined || isWindows(pod) || isConfined(pod.spec.securityContext)) return;
    for (const { container, name, pointer } of containersOf(pod)) {
      const context = container.securityContext;
      if (isConfined(context) || dropsSome(context) || hasAnnotation(pod, name)) continue;
      report({
        messageId: 'required',
        message: `nothing holds container "${name}" back: no seccomp or AppArmor profile, no SELinux options, no dropped capability`,
        pointer: `${pointer}/securityContext/seccompProfile`,
      });
    }
  },
});

function isConfined(context: PodSecurityContext & SecurityContext = {}): boolean {
  const { seccompProfile, appArmorProfile, seLinuxOptions = {} } = context;
  return [seccompProfile, appArmorProfile].some(isOn) || Object.keys(seLinuxOptions).length > 0;
}

function isOn(profile: { readonly type?: string } | undefined): boolean {
  return profile?.type !== undefined && profile.type !== 'Unconfined';
}

function dropsSome({ capabilities }: SecurityContext = {}): boolean {
  const { add = [], drop = [] } = capabilities ?? {};
  return drop.length > 0 && !add.some((capability) => capability.toUpperCase() === 'ALL');
}

function hasAnnotation({ metadata }: PodView, container: string): boolean {
  const profile = metadata.annotations?.[`${annotationPrefix}${container}`] ?? 'unconfined';
  return profile !== 'unconfined';
}

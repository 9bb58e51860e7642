import { containersOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

/** What each lets a process do beyond its container. From capabilities(7). */
const dangers: ReadonlyMap<string, string> = new Map([
  ['ALL', 'has every right of root'],
  ['SYS_ADMIN', 'can mount file systems and leave its container'],
  ['SYS_MODULE', 'can load code into the kernel'],
  ['SYS_RAWIO', 'can write to the memory and the devices of its node'],
  ['SYS_PTRACE', 'can read and change other processes'],
  ['SYS_BOOT', 'can restart its node'],
  ['DAC_READ_SEARCH', 'can read all files of its node'],
  ['MAC_ADMIN', 'can change the security policy of its node'],
  ['MAC_OVERRIDE', 'can go round the security policy of its node'],
  ['BPF', 'can load programs into the kernel'],
]);

/** What meshes and network agents need in good faith. */
const grave: ReadonlyMap<string, string> = new Map([['NET_ADMIN', 'can change routes, addresses and packet filters']]);

export const dangerousCapability = defineRule({
  id: 'dangerous-capability',
  set: 'recommended',
  title: 'No container adds a capability that lets it out, or that changes its node.',
  fix: 'Remove the capability, or add the narrowest that does: NET_BIND_SERVICE for low ports, SYS_NICE for priorities.',
  severity: 'error',
  aliases: ['polaris/dangerousCapabilities', 'checkov/CKV_K8S_39', 'monokle/KBP100'],
  restates: ['pss-capabilities-baseline', 'pss-capabilities-restricted'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { container, name, pointer } of containersOf(pod)) {
      for (const [position, added] of (container.securityContext?.capabilities?.add ?? []).entries()) {
        const capability = added.toUpperCase().replace(/^CAP_/, '');
        const danger = dangers.get(capability) ?? grave.get(capability);
        if (danger === undefined) continue;
        report({
          messageId: 'dangerous',
          message: `container "${name}" adds ${capability}: it ${danger}`,
          pointer: `${pointer}/securityContext/capabilities/add/${position}`,
          seen: added,
          ...(dangers.has(capability) ? {} : { severity: 'warning' }),
        });
      }
    }
  },
});

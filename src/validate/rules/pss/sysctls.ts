import { definePodSecurityRule } from '../../pss/control.ts';

/** Minor version of the standards from which on a kernel setting is safe. */
const safeSince: Readonly<Record<string, number>> = {
  'kernel.shm_rmid_forced': 0,
  'net.ipv4.ip_local_port_range': 0,
  'net.ipv4.tcp_syncookies': 0,
  'net.ipv4.ping_group_range': 0,
  'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_keepalive_time': 29,
  'net.ipv4.tcp_fin_timeout': 29,
  'net.ipv4.tcp_keepalive_intvl': 29,
  'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_rmem': 32,
  'net.ipv4.tcp_wmem': 32,
  'net.ipv4.tcp_slow_start_after_idle': 37,
  'net.ipv4.tcp_notsent_lowat': 37,
};

export const sysctls = definePodSecurityRule({
  id: 'pss-sysctls',
  title: 'A pod changes only kernel settings that stay inside its own namespaces.',
  fix: 'Remove the setting, or set it on the node.',
  aliases: ['kube-linter/unsafe-sysctls', 'monokle/PSS111'],
  control: {
    name: 'sysctls',
    level: 'baseline',
    since: 0,
    offences: ({ spec, pointer }, minor) =>
      (spec.securityContext?.sysctls ?? []).flatMap(({ name = '' }, position) => {
        if (sysctlIsSafe(name, minor)) return [];
        const since = safeSinceOf(name);
        return {
          pointer: `${pointer}/spec/securityContext/sysctls/${position}/name`,
          messageId: 'forbidden',
          detail: since === Infinity ? 'is no safe kernel setting' : `is a safe kernel setting only since 1.${since}`,
          seen: name,
        };
      }),
  },
});

/** As kubelets and the standards of a minor version see it. */
export function sysctlIsSafe(name: string, minor: number): boolean {
  return minor >= safeSinceOf(name);
}

function safeSinceOf(name: string): number {
  return Object.hasOwn(safeSince, name) ? (safeSince[name] ?? Infinity) : Infinity;
}

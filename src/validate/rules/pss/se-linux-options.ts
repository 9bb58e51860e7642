import { securityContextsOf } from '../../../analysis/index.ts';
import type { PlacedContext } from '../../../analysis/index.ts';
import { definePodSecurityRule } from '../../pss/control.ts';
import type { Offence } from '../../pss/control.ts';

const types = ['container_t', 'container_init_t', 'container_kvm_t'];

export const seLinuxOptions = definePodSecurityRule({
  id: 'pss-se-linux-options',
  title: 'Containers run with an SELinux type for containers, and with no user or role of their own.',
  fix: 'Remove `seLinuxOptions.user` and `role`, and use an allowed `type` or none.',
  aliases: ['monokle/PSS108'],
  control: {
    name: 'seLinuxOptions',
    level: 'baseline',
    since: 0,
    offences: (pod, minor) => {
      const allowed = minor >= 31 ? [...types, 'container_engine_t'] : types;
      return securityContextsOf(pod).flatMap((placed) => offencesOf(placed, allowed));
    },
  },
});

function offencesOf({ context, pointer, container }: PlacedContext, allowed: readonly string[]): readonly Offence[] {
  const { type = '', user = '', role = '' } = context.seLinuxOptions ?? {};
  const at = `${pointer}/seLinuxOptions`;
  const offences: Offence[] = [];
  const add = (field: string, seen: string, detail: string) =>
    offences.push({ pointer: `${at}/${field}`, messageId: 'forbidden', detail, seen, container });
  if (type !== '' && !allowed.includes(type)) add('type', type, `must be one of ${allowed.join(', ')}, or none`);
  if (user !== '') add('user', user, 'may not be set');
  if (role !== '') add('role', role, 'may not be set');
  return offences;
}

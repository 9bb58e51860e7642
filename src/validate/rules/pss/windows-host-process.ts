import { securityContextsOf } from '../../../analysis/index.ts';
import { definePodSecurityRule } from '../../pss/control.ts';

export const windowsHostProcess = definePodSecurityRule({
  id: 'pss-windows-host-process',
  title: 'No Windows container runs as a process of its node.',
  fix: 'Remove `windowsOptions.hostProcess`.',
  aliases: ['polaris/hostProcess', 'monokle/PSS101'],
  control: {
    name: 'windowsHostProcess',
    level: 'baseline',
    since: 0,
    offences: (pod) =>
      securityContextsOf(pod)
        .filter(({ context }) => context.windowsOptions?.hostProcess === true)
        .map(({ pointer, container }) => ({
          pointer: `${pointer}/windowsOptions/hostProcess`,
          messageId: 'forbidden',
          detail: 'runs containers as processes of their node',
          seen: 'true',
          container,
        })),
  },
});

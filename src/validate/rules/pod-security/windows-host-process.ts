import { securityContextsOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const windowsHostProcessContainer = defineRule({
  id: 'windows-host-process',
  set: 'recommended',
  title: 'No Windows container runs as a process of its node.',
  fix: 'Remove `windowsOptions.hostProcess`.',
  severity: 'error',
  aliases: ['polaris/hostProcess', 'monokle/PSS101'],
  restates: ['pss-windows-host-process'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { context, pointer, container } of securityContextsOf(pod)) {
      if (context.windowsOptions?.hostProcess !== true) continue;
      report({
        messageId: 'host-process',
        message: `${container === undefined ? 'the pod' : `container "${container}"`} runs as a process of its node, with all rights there`,
        pointer: `${pointer}/windowsOptions/hostProcess`,
        seen: 'true',
        allowed: 'false',
      });
    }
  },
});

import { step } from '../../../analysis/index.ts';
import { maskedValue } from '../../../kernel/index.ts';
import type { ConfigMap } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';
import { sensitivityOf } from './sensitive.ts';

export const secretInConfigMap = defineRule({
  id: 'secret-in-config-map',
  set: 'recommended',
  title: 'No password or token is the value of a key of a ConfigMap.',
  fix: 'Change it, since it is in the history of the repository; keep the new one in a Secret that an operator fills from a store.',
  severity: 'error',
  aliases: ['polaris/sensitiveConfigmapContent'],
  restates: ['plain-credential'],
  kinds: ['/ConfigMap'],
  check({ decoded }, report) {
    const { data = {} } = decoded.object as ConfigMap;
    for (const key of Object.keys(data)) {
      const sensitivity = sensitivityOf(key, data[key] ?? '');
      if (sensitivity === undefined) continue;
      report({
        messageId: sensitivity,
        message: `key "${key}" is in plain text${sensitivity === 'random' ? ', and its value looks like a secret' : ''}: whoever reads the ConfigMap has it`,
        pointer: `/data${step(key)}`,
        seen: maskedValue,
        ...(sensitivity === 'random' ? { severity: 'warning' } : {}),
      });
    }
  },
});

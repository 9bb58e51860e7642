import { step } from '../../../analysis/index.ts';
import { maskedValue } from '../../../kernel/index.ts';
import type { ConfigMap } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';
import { soundsSecret } from './tool-names.ts';

export const sensitiveConfigMapKey = defineRule({
  id: 'sensitive-config-map-key',
  set: 'strict',
  title: 'No key of a ConfigMap sounds like a secret.',
  fix: 'Move the value to a Secret that an operator fills from a store, or give the key a name that says what it is.',
  severity: 'warning',
  aliases: ['polaris/sensitiveConfigmapContent'],
  restates: ['secret-in-config-map', 'plain-credential'],
  kinds: ['/ConfigMap'],
  check({ decoded }, report) {
    const { data = {} } = decoded.object as ConfigMap;
    for (const key of Object.keys(data)) {
      if (!soundsSecret(key)) continue;
      report({
        messageId: 'name',
        message: `key "${key}" sounds like a secret, and whoever reads the ConfigMap reads it`,
        pointer: `/data${step(key)}`,
        seen: maskedValue,
        atKey: true,
      });
    }
  },
});

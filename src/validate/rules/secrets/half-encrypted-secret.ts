import { isMapping, step } from '../../../analysis/index.ts';
import type { YamlMapping } from '../../../yaml/index.ts';
import { maskedValue } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import type { ReportProblem } from '../../rule.ts';
import { isEncrypted } from './secret-value.ts';

export const halfEncryptedSecret = defineRule({
  id: 'half-encrypted-secret',
  set: 'recommended',
  title: 'What is said to be encrypted is encrypted in every part.',
  fix: 'Encrypt the file again with `sops`, or the value with `kubeseal`; change what was in plain text.',
  severity: 'error',
  kinds: ['/Secret', 'bitnami.com/SealedSecret'],
  check({ ref, manifest }, report) {
    const { value } = manifest;
    if (ref.kind === 'SealedSecret') checkSealed(value['spec'], report);
    else if (isMapping(value['sops'])) {
      for (const field of ['data', 'stringData']) {
        checkEach(
          value[field],
          `/${field}`,
          isEncrypted,
          'is in plain text, although SOPS encrypted this Secret',
          report,
        );
      }
    }
  },
});

function checkSealed(spec: unknown, report: ReportProblem): void {
  if (!isMapping(spec)) return;
  checkEach(spec['encryptedData'], '/spec/encryptedData', isSealed, 'is not what kubeseal writes', report);
}

function checkEach(
  values: unknown,
  pointer: string,
  isGood: (text: string) => boolean,
  complaint: string,
  report: ReportProblem,
): void {
  for (const [key, text] of Object.entries(isMapping(values) ? (values satisfies YamlMapping) : {})) {
    if (typeof text !== 'string' || text === '' || isGood(text)) continue;
    report({
      messageId: 'plain',
      message: `key "${key}" ${complaint}`,
      pointer: `${pointer}${step(key)}`,
      seen: maskedValue,
    });
  }
}

/** The length of a session key, that key under RSA of 2048 bits or more, and the text under it: base64 of 258 bytes at least. */
function isSealed(text: string): boolean {
  return text.length >= 344 && /^[A-Za-z0-9+/\s]+=*\s*$/.test(text);
}

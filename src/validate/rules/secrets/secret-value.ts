/** Values that a plugin or an operator replaces before the Secret reaches the cluster. */
const reference = /^(?:vault:|ref\+|op:\/\/|\{\{.*\}\}$|<.*>$|\$\{.*\}$|\$\(.*\)$|ENC\[)/s;

/** Whether a value of a Secret gives something away: it is not empty, no reference, and no certificate, which everybody may read. */
export function isOpen(value: unknown, field: 'data' | 'stringData'): boolean {
  if (typeof value !== 'string') return false;
  if (isEncrypted(value)) return false;
  const text = (field === 'data' ? Buffer.from(value, 'base64').toString('utf8') : value).trim();
  if (text === '' || reference.test(text)) return false;
  return !(/^-----BEGIN (?:TRUSTED )?CERTIFICATE-----/.test(text) && !text.includes('PRIVATE KEY'));
}

/** As SOPS writes it. */
export function isEncrypted(value: string): boolean {
  return value.startsWith('ENC[AES256_GCM,') && value.endsWith(']');
}

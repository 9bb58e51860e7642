/** The bytes that a text of base64 stands for, line breaks left out; the server takes a list of bytes, too. */
export function base64Bytes(value: unknown): Buffer {
  if (typeof value === 'string') return Buffer.from(value.replaceAll(/[\r\n]/g, ''), 'base64');
  return Array.isArray(value) ? Buffer.from(value.map(Number)) : Buffer.alloc(0);
}

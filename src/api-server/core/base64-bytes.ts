/** How many bytes a text of base64 stands for, line breaks left out. */
export function base64Bytes(text: string): number {
  return Buffer.byteLength(/[\r\n]/.test(text) ? text.replaceAll(/[\r\n]/g, '') : text, 'base64');
}

/** One block of a PEM text: its label, whether headers stand in it, and the bytes. */
export interface PemBlock {
  readonly label: string;
  readonly headers: boolean;
  readonly bytes: Buffer;
}

const block = /^-----BEGIN ([^\n]*?)-----[ \t]*\r?\n([\s\S]*?)^-----END \1-----[ \t]*\r?$/gm;

/** What is no block is skipped, as readers of PEM do. */
export function pemBlocks(text: string): readonly PemBlock[] {
  return [...text.matchAll(block)].flatMap(([, label = '', body = '']) => {
    const lines = body.split(/\r?\n/);
    const base64 = lines
      .filter((line) => !isHeader(line))
      .join('')
      .replaceAll(/[ \t]/g, '');
    if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return [];
    return [{ label, headers: lines.some(isHeader), bytes: Buffer.from(base64, 'base64') }];
  });
}

function isHeader(line: string): boolean {
  return line.includes(':');
}

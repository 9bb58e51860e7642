import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPositions, type Positions } from '../load/index.ts';
import type { UserCode } from '../synth/index.ts';

/**
 * The user's code as stack frames show it: any bundle below `.keelson/`. Known before the bundle is, because the guard has to
 * stand while the bundle is evaluated for the first time.
 */
export function userCodeOf(root: string): UserCode {
  // Node resolves links when it imports, so frames show the real folder; the caller may know it by a link.
  const roots = [...new Set([root, realpathSync(root)])];
  const known = new Map<string, Bundle | undefined>();

  function find(file: string): Bundle | undefined {
    const path = file.startsWith('file://') ? fileURLToPath(file) : file;
    const under = roots.find((one) => path.startsWith(`${one}${sep}.keelson${sep}`));
    return under === undefined || !path.endsWith('.mjs') ? undefined : { positions: openPositions(under, path) };
  }
  function bundleOf(file: string): Bundle | undefined {
    if (!known.has(file)) known.set(file, find(file));
    return known.get(file);
  }
  return {
    isUser: (file) => bundleOf(file) !== undefined,
    locate(frame) {
      const file = /^(.*):\d+:\d+$/.exec(frame)?.[1];
      return file === undefined ? undefined : bundleOf(file)?.positions.locate(frame);
    },
  };
}

interface Bundle {
  readonly positions: Positions;
}

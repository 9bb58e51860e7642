import { openPositions, type Positions } from '../load/index.ts';
import type { UserCode } from '../synth/index.ts';

/**
 * The user's code as stack frames show it: any bundle below `.keelson/`. Known before the bundle is, because the guard has to
 * stand while the bundle is evaluated for the first time.
 */
export function userCodeOf(root: string): UserCode {
  const folder = `${root}/.keelson/`.replaceAll('\\', '/');
  const open = new Map<string, Positions>();

  function bundleOf(file: string): string | undefined {
    const path = file.startsWith('file://') ? decodeURI(file.slice('file://'.length)) : file;
    return path.startsWith(folder) && path.endsWith('.mjs') ? path : undefined;
  }
  return {
    isUser: (file) => bundleOf(file) !== undefined,
    locate(frame) {
      const path = bundleOf(/^(.*):\d+:\d+$/.exec(frame)?.[1] ?? '');
      if (path === undefined) return undefined;
      const positions = open.get(path) ?? openPositions(root, path);
      open.set(path, positions);
      return positions.locate(frame);
    },
  };
}

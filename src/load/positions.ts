import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { Location } from '../kernel/index.ts';

export interface Positions {
  /** Is this file (a path or `file:` URL, as V8 prints it) the bundle? */
  isUser(file: string): boolean;
  /** A raw frame of the bundle (a line of a stack, or `<file>:<line>:<column>`) as a place in the file that somebody wrote. */
  locate(frame: string): Location | undefined;
  /** The innermost place of the user's that a thrown value shows. */
  locateError(error: unknown): Location | undefined;
}

/** The places behind a bundle's frames. The source map is read at the first question, most runs ask none. */
export function openPositions(root: string, bundlePath: string): Positions {
  const names = [pathToFileURL(bundlePath).href, bundlePath];
  let map: TraceMap | undefined;

  function locate(frame: string): Location | undefined {
    // Searched for by name: a folder may have brackets and spaces in its own.
    const name = names.find((one) => frame.includes(`${one}:`));
    if (name === undefined) return undefined;
    const match = /^:(\d+):(\d+)\)?$/.exec(frame.slice(frame.lastIndexOf(name) + name.length).trim());
    if (match === null) return undefined;
    map ??= new TraceMap(readFileSync(`${bundlePath}.map`, 'utf8'));
    const found = originalPositionFor(map, { line: Number(match[1]), column: Number(match[2]) - 1 });
    if (found.source === null) return undefined;
    const source = found.source.startsWith('file:')
      ? fileURLToPath(found.source)
      : resolve(dirname(bundlePath), decodeURI(found.source));
    return { file: relative(root, source).split(sep).join('/'), line: found.line, column: found.column + 1 };
  }

  return {
    isUser: (file) => names.includes(file),
    locate,
    locateError(error) {
      if (!(error instanceof Error) || typeof error.stack !== 'string') return undefined;
      for (const line of error.stack.split('\n')) {
        const location = locate(line);
        if (location !== undefined) return location;
      }
      return undefined;
    },
  };
}

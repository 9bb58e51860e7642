import pico from 'picocolors';
import { plainPaint } from '../report/index.ts';
import type { Paint } from '../report/index.ts';
import type { Terminal } from './terminal.ts';

/** Colours only for a terminal, and never where NO_COLOR is set (https://no-color.org) or TERM is `dumb`. */
export function paintFor(isTty: boolean, wanted: boolean, { env }: Terminal): Paint {
  const off = !wanted || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return off || !isTty ? plainPaint : pico.createColors(true);
}

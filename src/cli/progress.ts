import type { Progress } from '../pipeline/index.ts';
import type { Terminal } from './terminal.ts';

/** Milliseconds after which a run counts as long, and between two pictures of the bar. */
const quiet = 5000;
const frame = 100;
const width = 24;

export interface ProgressView {
  readonly report: Progress;
  /** Takes the bar off the terminal. */
  readonly clear: () => void;
}

/** A bar on a terminal; elsewhere a line per stage, and only when the work is long. Always stderr. */
export function createProgress(terminal: Terminal, now: () => number): ProgressView {
  const start = now();
  let painted = -Infinity;
  let shown = false;
  let stage = '';
  const clear = (): void => {
    if (shown) terminal.err('\r\u001B[K');
    shown = false;
  };
  return {
    clear,
    report(event) {
      const time = now();
      const begins = event.stage !== stage;
      stage = event.stage;
      if (!terminal.errIsTty) {
        if (begins && time - start >= quiet) terminal.err(`${line(event)}\n`);
        return;
      }
      if (time - start < frame || (time - painted < frame && !begins)) return;
      painted = time;
      shown = true;
      terminal.err(`\r\u001B[K${bar(event)}${line(event)}`);
    },
  };
}

type Event = Parameters<Progress>[0];

function line({ stage, done, total }: Event): string {
  const name = stage.replace('-', ' ');
  return total === undefined || total === 0 ? name : `${name} ${done}/${total}`;
}

function bar({ done, total }: Event): string {
  if (total === undefined || total === 0) return '';
  const full = Math.round((Math.min(done, total) / total) * width);
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}] `;
}

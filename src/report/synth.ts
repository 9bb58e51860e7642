import type { SynthResult } from '../synth/index.ts';
import type { Validation } from '../validate/index.ts';
import type { ReportBody } from './documents.ts';
import { compare, plain } from './envelope.ts';
import type { Paint } from './paint.ts';
import { count } from './words.ts';

const modes = { write: '', check: ' (check: nothing written)', 'dry-run': ' (dry run: nothing written)' } as const;

/** `refused`: what API servers would refuse of it. */
export function synthBody(result: SynthResult, refused?: Validation): ReportBody {
  return {
    mode: result.mode,
    units: plain(result.units.toSorted((a, b) => compare(a.unit.id, b.unit.id))),
    files: plain(result.files.toSorted((a, b) => compare(a.path, b.path))),
    stray: result.stray.toSorted(compare),
    ...(refused === undefined ? {} : { findings: plain(refused.findings) }),
    summary: { ...result.summary },
  };
}

/** A line per changed file, hand edits with their diff, strays, and one line of totals. */
export function synthText(result: SynthResult, paint: Paint): string {
  const lines: string[] = [];
  for (const file of result.files.toSorted((a, b) => compare(a.path, b.path))) {
    lines.push(`${mark(file.action, paint)} ${file.path}`);
    const edit = result.handEdited.find((one) => one.path === file.path);
    if (edit !== undefined) {
      lines.push(
        `    ${paint.yellow('edited by hand:')} ${result.mode === 'write' ? 'overwritten' : 'would be overwritten'}`,
        ...edit.diff
          .trimEnd()
          .split('\n')
          .map((line) => `    ${line}`),
      );
    }
  }
  for (const path of result.stray.toSorted(compare)) {
    lines.push(`${paint.yellow('?')} ${path} (not rendered by keelson: left alone; move it out of dist/ or delete it)`);
  }
  const sum = result.summary;
  lines.push(
    `${count(sum.units, 'unit')}, ${count(sum.objects, 'object')}: ${sum.created} created, ${sum.updated} updated, ` +
      `${sum.deleted} deleted, ${sum.unchanged} unchanged${sum.stray === 0 ? '' : `, ${sum.stray} stray`}${modes[result.mode]}`,
  );
  return `${lines.join('\n')}\n`;
}

/** What was found comes first; of a refused write there is nothing else to say. */
export function refusedText(result: SynthResult, findings: string, paint: Paint): string {
  if (result.mode !== 'write') return `${findings}\n${synthText(result, paint)}`;
  const units = count(result.summary.units, 'unit');
  return `${findings}nothing was written: dist/ is as it was (${units} rendered)\n`;
}

function mark(action: 'create' | 'update' | 'delete', paint: Paint): string {
  if (action === 'create') return paint.green('+');
  return action === 'update' ? paint.yellow('~') : paint.red('-');
}

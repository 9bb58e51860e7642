import { Buffer } from 'node:buffer';
import type { Message } from 'esbuild';
import { UserError } from '../kernel/index.ts';
import { conflictAt, isConflictMarker } from './conflict-marker.ts';

const dynamicHint = 'What a declaration consists of must be known before it runs: import by a literal name.';

/** esbuild's own complaints that need another wording here. */
const wordings: Readonly<Record<string, { readonly message: string; readonly hint: string }>> = {
  'unsupported-dynamic-import': { message: '`import()` of something that is no literal is refused', hint: dynamicHint },
  'unsupported-require-call': { message: '`require` is refused', hint: 'Write an `import` at the top of the file.' },
  'indirect-require': { message: '`require` is refused', hint: 'Write an `import` at the top of the file.' },
  'direct-eval': { message: '`eval` is refused', hint: dynamicHint },
};

function hintOf(message: Message): string {
  const detail: unknown = message.detail;
  if (typeof detail === 'object' && detail !== null && 'hint' in detail && typeof detail.hint === 'string')
    return detail.hint;
  const suggestion = message.location?.suggestion ?? '';
  return suggestion === '' ? 'Correct the file at this place.' : `Did you mean \`${suggestion}\`?`;
}

/** esbuild counts columns in bytes from 0, we in UTF-16 units from 1. */
function column(lineText: string, bytes: number): number {
  return Buffer.from(lineText).subarray(0, bytes).toString().length + 1;
}

export function buildError(message: Message): UserError {
  const wording = wordings[message.id];
  const { location } = message;
  if (location !== null && isConflictMarker(location.lineText)) {
    return conflictAt(location.file, location.line, location.lineText);
  }
  const refused = message.pluginName === 'keelson' || wording !== undefined;
  const text = message.text.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return new UserError({
    code: refused ? 'refused-import' : 'invalid-typescript',
    message: wording?.message ?? text,
    hint: wording?.hint ?? hintOf(message),
    ...(location === null
      ? {}
      : {
          location: {
            file: location.file,
            line: location.line,
            column: column(location.lineText, location.column),
            endLine: location.line,
            endColumn: column(location.lineText, location.column + location.length),
          },
        }),
  });
}

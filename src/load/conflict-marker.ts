import { UserError } from '../kernel/index.ts';

/** The first line that git leaves where two branches disagree. */
const marker = /^<{7}(?: .*)?$/m;
const anyMarker = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

/** Is the line one of those that git writes around a conflict? */
export function isConflictMarker(line: string): boolean {
  return anyMarker.test(line);
}

/** What a file says in which a merge stopped; better than what a parser makes of the markers. */
export function conflictAt(file: string, line: number, lineText: string): UserError {
  return new UserError({
    code: 'conflict-markers',
    message: `an unresolved merge conflict begins here: \`${lineText}\``,
    hint: 'Keep what is right of the two sides, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.',
    location: { file, line, column: 1, endLine: line, endColumn: lineText.length + 1 },
  });
}

export function findConflict(file: string, text: string): UserError | undefined {
  const match = marker.exec(text);
  if (match === null) return undefined;
  return conflictAt(file, text.slice(0, match.index).split('\n').length, match[0].trimEnd());
}

import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { findRepositoryRoot } from '../../io/index.ts';
import { exitCode } from '../../kernel/index.ts';
import { explain } from '../../pipeline/index.ts';
import { explainBody, explainText } from '../../report/index.ts';
import type { CommandContext, ExplainOptions, Outcome } from '../command.ts';
import { withPipeline } from '../pipeline-options.ts';

export async function run(context: CommandContext, { subject }: ExplainOptions): Promise<Outcome> {
  const found = await withPipeline(context, (pipeline) => explain(pipeline, inRepository(context, subject)));
  return {
    exitCode: exitCode.clean,
    body: explainBody(found, subject),
    text: (paint) => explainText(found, paint),
  };
}

/** A file is given as it is seen from the current folder, or from the root of the repository. */
function inRepository({ flags, terminal }: CommandContext, subject: string): string {
  const path = resolve(terminal.cwd, subject);
  if (!existsSync(path)) return subject;
  // The root is a real path; a link to a file is still explained as what it is called.
  const real = join(realpathSync(dirname(path)), basename(path));
  const inside = relative(findRepositoryRoot(flags.directory), real);
  return inside.startsWith('..') ? subject : inside.split(sep).join('/');
}

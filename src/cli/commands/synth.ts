import { exitCode, UserError } from '../../kernel/index.ts';
import { synthesize } from '../../pipeline/index.ts';
import { refusedText, synthBody, synthText, validateText } from '../../report/index.ts';
import type { CommandContext, Outcome, SynthCommandOptions } from '../command.ts';
import { strongest } from '../exit.ts';
import { lineReader } from '../line-reader.ts';
import { withPipeline } from '../pipeline-options.ts';
import { selectionOf } from '../selection.ts';

export async function run(context: CommandContext, options: SynthCommandOptions): Promise<Outcome> {
  if (options.check === true && options.dryRun === true) {
    throw new UserError({
      code: 'conflicting-options',
      message: '--check and --dry-run were given together.',
      hint: '--check proves that dist/ is true and exits 3 when it is not; --dry-run says what would be written and exits 0. Give one.',
    });
  }
  const mode = options.check === true ? 'check' : options.dryRun === true ? 'dry-run' : 'write';
  const result = await withPipeline(context, (pipeline) =>
    synthesize({
      ...pipeline,
      mode,
      ...selectionOf(options),
      ...(options.allowDelete === undefined ? {} : { allowDelete: options.allowDelete }),
    }),
  );
  const { refused } = result;
  const differs = result.files.length > 0 || result.stray.length > 0;
  const difference = mode === 'check' && differs ? exitCode.difference : exitCode.clean;
  if (refused === undefined) {
    return { exitCode: difference, body: synthBody(result), text: (paint) => synthText(result, paint) };
  }
  const readLine = lineReader(context.flags.directory, refused.texts);
  return {
    exitCode: strongest(difference, exitCode.findings),
    body: synthBody(result, refused),
    text: (paint) => refusedText(result, validateText(refused, readLine, paint), paint),
  };
}

import { exitCode } from '../../kernel/index.ts';
import { verify } from '../../pipeline/index.ts';
import { verifyBody, verifyText } from '../../report/index.ts';
import type { CommandContext, Outcome, VerifyCommandOptions } from '../command.ts';
import { strongest } from '../exit.ts';
import { withPipeline } from '../pipeline-options.ts';
import { selectionOf } from '../selection.ts';

export async function run(context: CommandContext, options: VerifyCommandOptions): Promise<Outcome> {
  const report = await withPipeline(context, (pipeline) => verify({ ...pipeline, ...selectionOf(options) }));
  return {
    exitCode: strongest(
      report.drifts.length > 0 ? exitCode.difference : exitCode.clean,
      report.undetermined.length > 0 ? exitCode.usage : exitCode.clean,
    ),
    body: verifyBody(report),
    text: (paint) => verifyText(report, paint),
  };
}

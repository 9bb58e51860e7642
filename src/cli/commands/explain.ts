import { exitCode } from '../../kernel/index.ts';
import { explain } from '../../pipeline/index.ts';
import { explainBody, explainText } from '../../report/index.ts';
import type { CommandContext, ExplainOptions, Outcome } from '../command.ts';
import { withPipeline } from '../pipeline-options.ts';

export async function run(context: CommandContext, { subject }: ExplainOptions): Promise<Outcome> {
  const found = await withPipeline(context, (pipeline) => explain(pipeline, subject));
  return {
    exitCode: exitCode.clean,
    body: explainBody(found, subject),
    text: (paint) => explainText(found, paint),
  };
}

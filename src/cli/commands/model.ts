import { exitCode } from '../../kernel/index.ts';
import { loadFleet } from '../../pipeline/index.ts';
import { modelBody, modelText } from '../../report/index.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { withPipeline } from '../pipeline-options.ts';

export async function run(context: CommandContext): Promise<Outcome> {
  const { fleet } = await withPipeline(context, loadFleet);
  return { exitCode: exitCode.clean, body: modelBody(fleet), text: () => modelText(fleet) };
}

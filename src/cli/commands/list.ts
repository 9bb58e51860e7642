import { exitCode } from '../../kernel/index.ts';
import { loadFleet } from '../../pipeline/index.ts';
import { listBody, listText } from '../../report/index.ts';
import type { CommandContext, ListOptions, Outcome } from '../command.ts';
import { withPipeline } from '../pipeline-options.ts';

export async function run(context: CommandContext, { kind }: ListOptions): Promise<Outcome> {
  const { fleet } = await withPipeline(context, loadFleet);
  return { exitCode: exitCode.clean, body: listBody(fleet, kind), text: () => listText(fleet, kind) };
}

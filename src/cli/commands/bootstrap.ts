import { bootstrapPlan } from '../../constructs/delivery/index.ts';
import { exitCode } from '../../kernel/index.ts';
import { loadFleet } from '../../pipeline/index.ts';
import { bootstrapBody, bootstrapText } from '../../report/index.ts';
import type { BootstrapOptions, CommandContext, Outcome } from '../command.ts';
import { withPipeline } from '../pipeline-options.ts';

export async function run(context: CommandContext, { hub }: BootstrapOptions): Promise<Outcome> {
  const { fleet } = await withPipeline(context, loadFleet);
  const plan = bootstrapPlan(fleet, hub);
  return { exitCode: exitCode.clean, body: bootstrapBody(plan), text: () => bootstrapText(plan) };
}

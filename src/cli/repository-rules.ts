import { loadFleet } from '../pipeline/index.ts';
import { listRules } from '../validate/index.ts';
import type { RuleEntry } from '../validate/index.ts';
import type { CommandContext } from './command.ts';
import { withPipeline } from './pipeline-options.ts';
import { repositoryAround } from './repository-around.ts';

/** Every rule of the package; inside a repository with its own rules and settings, too. */
export async function knownRules(context: CommandContext): Promise<readonly RuleEntry[]> {
  if (repositoryAround(context.flags.directory) === undefined) return listRules();
  const { fleet, rules } = await withPipeline(context, loadFleet);
  return listRules({ own: rules, policy: fleet.policy });
}

import { exitCode } from '../../kernel/index.ts';
import { rulesBody, rulesText } from '../../report/index.ts';
import type { CommandContext, Outcome, RulesOptions } from '../command.ts';
import { knownRules } from '../repository-rules.ts';

export async function run(context: CommandContext, { set }: RulesOptions): Promise<Outcome> {
  const all = await knownRules(context);
  const rules = set === undefined ? all : all.filter((rule) => rule.set === set);
  return { exitCode: exitCode.clean, body: rulesBody(rules), text: (paint) => rulesText(rules, paint) };
}

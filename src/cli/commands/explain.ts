import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { findRepositoryRoot } from '../../io/index.ts';
import { exitCode, UserError } from '../../kernel/index.ts';
import { explain } from '../../pipeline/index.ts';
import { explainBody, explainText, ruleExplanationBody, ruleExplanationText } from '../../report/index.ts';
import { listRules, rulesNamed } from '../../validate/index.ts';
import type { RuleEntry } from '../../validate/index.ts';
import type { CommandContext, ExplainOptions, Outcome } from '../command.ts';
import { withPipeline } from '../pipeline-options.ts';
import { repositoryAround } from '../repository-around.ts';
import { knownRules } from '../repository-rules.ts';
import { withPage } from '../rule-page.ts';

export async function run(context: CommandContext, { subject }: ExplainOptions): Promise<Outcome> {
  const rules = await rulesFor(context, subject);
  if (rules.length > 0) {
    const explained = rules.map((rule) => withPage(rule, context.flags.directory));
    return {
      exitCode: exitCode.clean,
      body: ruleExplanationBody(explained, subject),
      text: (paint) => ruleExplanationText(explained, paint),
    };
  }
  if (repositoryAround(context.flags.directory) === undefined) throw nowhere(subject);
  const found = await withPipeline(context, (pipeline) => explain(pipeline, inRepository(context, subject)));
  return {
    exitCode: exitCode.clean,
    body: explainBody(found, subject),
    text: (paint) => explainText(found, paint),
  };
}

/** A rule of the package needs no repository, but inside one its severity and options are the organisation's. */
async function rulesFor(context: CommandContext, subject: string): Promise<readonly RuleEntry[]> {
  // What is neither one word nor two can be no rule.
  if (!/^[\w-]+(?:\/[\w.-]+)?$/.test(subject)) return [];
  if (repositoryAround(context.flags.directory) === undefined) return rulesNamed(subject, listRules());
  return rulesNamed(subject, await knownRules(context));
}

function nowhere(subject: string): UserError {
  return new UserError({
    code: 'nothing-to-explain',
    message: `${subject}: no rule has this name, and no repository is around this folder that could have a unit or object of it`,
    hint: '`keelson rules` lists the rules. Units, objects and rules of your own are explained inside their repository.',
  });
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

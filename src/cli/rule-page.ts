import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExplainedRule } from '../report/index.ts';
import type { RuleEntry } from '../validate/index.ts';
import { repositoryAround } from './repository-around.ts';
import { packageRoot } from './version.ts';

/** The rule with its page: from the package, or from the repository for one of its own. */
export function withPage(rule: RuleEntry, directory: string): ExplainedRule {
  const root = rule.declared === undefined ? packageRoot : repositoryAround(directory);
  return { rule, page: root === undefined ? undefined : textOf(join(root, rule.docs)) };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

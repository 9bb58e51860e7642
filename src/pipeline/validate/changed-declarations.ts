import type { Finding } from '../../kernel/index.ts';
import { waiverRules } from '../../validate/index.ts';
import type { ValidateFleetOptions } from './validate-fleet.ts';

/**
 * What is said of a waiver, or of what is declared to be outside, stands at its declaration. The base is judged with today's, so it
 * has those findings too: they are this branch's doing when the declaration does not stand in the base as it stands here.
 */
export async function changedDeclarations(
  findings: readonly Finding[],
  commit: string,
  { root, ports: { files, git } }: ValidateFleetOptions,
): Promise<ReadonlySet<Finding>> {
  const ids = new Set(waiverRules.map(({ id }) => id));
  const changed = new Set<Finding>();
  const before = new Map<string, string>();
  for (const finding of findings) {
    if (!ids.has(finding.rule) || finding.location === undefined) continue;
    const { file, line } = finding.location;
    const known = before.get(file) ?? (await git.show(commit, file)) ?? '';
    before.set(file, known);
    const declaration = declarationAt(files.read(`${root}/${file}`).toString('utf8'), line);
    if (!known.includes(declaration)) changed.add(finding);
  }
  return changed;
}

/** From its line to the next export. */
function declarationAt(text: string, line: number): string {
  const [first = '', ...rest] = text.split('\n').slice(line - 1);
  const end = rest.findIndex((next) => next.startsWith('export '));
  return [first, ...(end === -1 ? rest : rest.slice(0, end))].join('\n').trim();
}

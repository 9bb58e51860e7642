import type { ApiServer } from './api-server.ts';
import { readBases, type Base, type Bases } from './bases.ts';
import { derived } from './derive.ts';
import { judge } from './verdict.ts';

export interface AcceptedBases extends Bases {
  /** Written base objects that the server refuses: the suite's own mistakes. */
  readonly refused: readonly string[];
}

/** The base objects that this server accepts: all of the written ones, it is hoped, and most of those derived from them. */
export async function acceptedBases(server: ApiServer): Promise<AcceptedBases> {
  const { objects: written, unfilled } = readBases(server.minor);
  const all = [...written, ...derived(written)];
  const judged = await judge(
    server,
    all.map(({ apiVersion, kind, object, file }) => {
      return { class: 'base', apiVersion, kind, file, change: '', text: JSON.stringify(object) };
    }),
  );
  const objects: Base[] = [];
  const refused: string[] = [];
  for (const [at, base] of all.entries()) {
    const verdict = judged[at]?.verdict;
    if (verdict === undefined || verdict.status < 300) objects.push(base);
    else if (at < written.length && server.resources.has(`${base.apiVersion}/${base.kind}`)) {
      refused.push(`${base.file}: ${base.kind} ${verdict.message.slice(0, 400)}`);
    }
  }
  return { objects, unfilled, refused };
}

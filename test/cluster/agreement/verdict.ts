import type { JsonObject } from '#src/kernel/index.ts';
import { strictDryRun, type Answer, type ApiServer } from './api-server.ts';
import { dependsOnOthers } from './dependent.ts';
import { parsedObject, type Mutant } from './generate.ts';

export interface Cause {
  readonly field: string;
  readonly reason: string;
  readonly message: string;
}

/** What a real API server said about one object. */
export interface Verdict {
  readonly status: number;
  readonly reason: string;
  readonly causes: readonly Cause[];
  readonly message: string;
  /** Why it does not count: the refusal depends on more than the object. */
  readonly dropped?: string;
}

export interface Judged extends Mutant {
  /** The stored object, where the question was about its change. */
  readonly old?: JsonObject;
  readonly verdict: Verdict;
}

/** The namespace that objects name; nothing is ever stored in it. */
export const namespace = 'agreement';

/** Asks the server about every object as a strict dry-run create, sixteen at a time. */
export async function judge(server: ApiServer, mutants: readonly Mutant[]): Promise<readonly Judged[]> {
  return inParallel(mutants, async (mutant) => ({ ...mutant, verdict: await create(server, mutant) }));
}

/** Doubled keys are looked for everywhere in YAML, in JSON only where the server knows the fields. */
export function contentType({ class: name }: Mutant): string {
  return name === 'doubled-key' ? 'application/yaml' : 'application/json';
}

async function create(server: ApiServer, mutant: Mutant): Promise<Verdict> {
  const { apiVersion, kind, text } = mutant;
  const collection = server.collection(apiVersion, kind, namespace);
  if (collection === undefined) {
    return { status: 404, reason: 'NotFound', causes: [], message: '', dropped: 'the server does not serve the kind' };
  }
  return verdictOf(
    await server.ask('POST', `${collection}?${strictDryRun}`, text, contentType(mutant)),
    parsedObject(text),
  );
}

export function verdictOf({ status, body, text }: Answer, object: JsonObject): Verdict {
  if (status < 300) return { status, reason: '', causes: [], message: '' };
  const said = (body ?? {}) as {
    reason?: string;
    message?: string;
    details?: { causes?: readonly { field?: string; reason?: string; message?: string }[] };
  };
  const message = said.message ?? text;
  const causes = (said.details?.causes ?? []).map((cause) => ({
    field: cause.field ?? '',
    reason: cause.reason ?? '',
    message: cause.message ?? '',
  }));
  const dropped = dependsOnOthers(status, message, object);
  const verdict = { status, reason: said.reason ?? '', causes, message };
  return dropped === undefined ? verdict : { ...verdict, dropped };
}

export async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  workers = 16,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  async function worker(): Promise<void> {
    while (next < items.length) {
      const at = next;
      next += 1;
      results[at] = await work(items[at] as Item);
    }
  }
  await Promise.all(Array.from({ length: workers }, worker));
  return results;
}

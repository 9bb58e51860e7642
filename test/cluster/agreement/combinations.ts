import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { JsonObject, JsonValue } from '#src/kernel/index.ts';
import type { ApiServer } from './api-server.ts';
import { readBases } from './bases.ts';
import type { Mutant } from './generate.ts';
import { judgeOurselves } from './ours.ts';
import type { Proved } from './proved.ts';
import { judge } from './verdict.ts';

/** Values chosen by hand, where one mistake at random would hardly arrive: each in turn stands at `path` of a base object. */
interface Combination {
  readonly kind: string;
  /** Which of the kind's base objects; the first when left out. */
  readonly base?: number;
  /** `spec.devices.0.name` */
  readonly path: string;
  readonly also?: Readonly<Record<string, JsonValue>>;
  readonly values: readonly JsonValue[];
}

const folder = new URL('combinations/', import.meta.url);

/** Both sides refuse or both accept, and every field that the server blames is among ours. */
export async function prove(server: ApiServer): Promise<Proved> {
  const judged = await judge(server, mutants(server.minor));
  const failed: string[] = [];
  for (const { kind, change, text, verdict } of judged) {
    if (verdict.dropped !== undefined && verdict.status !== 409) continue;
    const refused = verdict.status >= 300 && verdict.status !== 409;
    const ours = new Set(judgeOurselves(text, server.minor).errors.map(({ field }) => field));
    const unseen = verdict.causes.filter(({ field }) => !ours.has(field));
    if (refused === ours.size > 0 && unseen.length === 0) continue;
    const said = refused ? verdict.message.slice(0, 300) : 'accepted';
    failed.push(`${kind} ${change}: server: ${said}; ours: ${[...ours].join(', ') || 'accepted'}`);
  }
  const notes = [`${judged.length} objects chosen by hand`];
  return { name: 'combinations', passed: judged.length - failed.length, failed, notes };
}

function mutants(minor: number): readonly Mutant[] {
  const bases = readBases(minor).objects;
  return combinations().flatMap(({ kind, base = 0, path, also = {}, values }) => {
    const found = bases.filter((one) => one.kind === kind)[base];
    // A kind that this version does not serve has no base object for it.
    if (found === undefined) return [];
    return values.map((value) => {
      const object = structuredClone(found.object) as Record<string, JsonValue>;
      for (const [at, other] of Object.entries({ [path]: value, ...also })) put(object, at, other);
      const { apiVersion, file } = found;
      const change = `${path} = ${JSON.stringify(value)}`;
      return { class: 'combination', apiVersion, kind, file, change, text: JSON.stringify(object) };
    });
  });
}

function combinations(): readonly Combination[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => parse(readFileSync(new URL(name, folder), 'utf8')) as readonly Combination[]);
}

/** Null: the field is left out. */
function put(object: Record<string, JsonValue>, path: string, value: JsonValue): void {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  let place = object;
  for (const part of parts) place = (place[part] ??= {}) as Record<string, JsonValue> & JsonObject;
  if (value === null) delete place[last];
  else place[last] = value;
}

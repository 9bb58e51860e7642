import type { JsonObject } from '#src/kernel/index.ts';
import { readDefinition } from '../../../src/schema/index.ts';
import { strictDryRun, type ApiServer } from './api-server.ts';
import { judgeCustom } from './custom-resources/ours.ts';
import { apiVersion, changes, definition, name, stored } from './custom-resources/ratcheting.ts';
import { naming } from './custom-resources.ts';
import type { Proved } from './proved.ts';
import { compare, explain, type Compared } from './scoring.ts';
import { namespace, verdictOf, type Judged } from './verdict.ts';

const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const collection = `/apis/${apiVersion}/namespaces/${namespace}/things`;
/** So often a change of a definition is waited for, a fifth of a second each time. */
const patience = 100;

/** What was wrong before a definition became strict is forgiven as far as it does not change. */
export async function prove(server: ApiServer): Promise<Proved> {
  try {
    await must(server, 'POST', definitions, definition(false));
    const thing: JsonObject = { apiVersion, kind: 'Thing', metadata: { name: 'old' }, spec: stored };
    await until(async () => (await server.ask('POST', collection, JSON.stringify(thing))).status === 201);
    const { body = {} } = await server.ask('GET', `${definitions}/${name}`);
    await must(server, 'PUT', `${definitions}/${name}`, { ...body, spec: definition(true)['spec'] ?? {} });
    const wrong = { ...thing, metadata: { name: 'other' } };
    const dry = `${collection}?${strictDryRun}`;
    await until(async () => (await server.ask('POST', dry, JSON.stringify(wrong))).status === 422);
    const { body: old = {} } = await server.ask('GET', `${collection}/old`);
    const compared: Compared[] = [];
    for (const change of changes) compared.push(await compareChange(server, old, change));
    const failed = compared.filter(({ comparison }) => comparison !== 'agreed');
    return {
      name: 'what was wrong before',
      passed: compared.length - failed.length,
      failed: failed.map((one) => explain(one)),
      notes: [],
    };
  } finally {
    await server.ask('DELETE', `${definitions}/${name}`);
  }
}

async function compareChange(server: ApiServer, old: JsonObject, change: JsonObject): Promise<Compared> {
  const object = { ...old, spec: { ...(old['spec'] as JsonObject), ...change } };
  const text = JSON.stringify(object);
  const answer = await server.ask('PUT', `${collection}/old?${strictDryRun}`, text);
  const mutant = { class: 'ratcheting', apiVersion, kind: 'Thing', file: '', change: JSON.stringify(change), text };
  const judged: Judged = { ...mutant, old, verdict: verdictOf(answer, object) };
  const [schema] = readDefinition(definition(true));
  const compared = schema && compare(naming(judged), judgeCustom(text, schema, server.minor, old));
  if (compared === undefined) throw new Error(`no verdict for ${mutant.change}`);
  return compared;
}

async function must(server: ApiServer, verb: 'POST' | 'PUT', path: string, object: JsonObject): Promise<void> {
  const { status, text } = await server.ask(verb, path, JSON.stringify(object));
  if (status >= 300) throw new Error(`${verb} ${path}: ${text}`);
}

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < patience; tries += 1) {
    if (await done()) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  }
  throw new Error('the server did not take over the definition');
}

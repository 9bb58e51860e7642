import { setTimeout as wait } from 'node:timers/promises';
import type { CelProgram } from '#src/cel/index.ts';
import type { JsonObject } from '#src/kernel/index.ts';
import { until } from '../../shell.ts';
import type { ApiServer } from '../api-server.ts';
import { definition, group, kindOf } from './definition.ts';

/** What one rule may cost, by the server's estimate. */
export const costLimit = 10_000_000;
export const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

export interface Refusal {
  readonly text: string;
  /** How many times too costly: a number, or `more than 100`. */
  readonly factor?: string;
}

/** Why the server refuses a rule; undefined when it takes it. */
export async function refusal(server: ApiServer, source: string): Promise<Refusal | undefined> {
  const answer = await server.ask('POST', `${definitions}?dryRun=All`, JSON.stringify(definition('probe', [source])));
  if (answer.status < 300) return undefined;
  const text = answer.text.slice(0, 900);
  const factor = /estimated rule cost exceeds budget by factor of ([^x]+)x/.exec(answer.text)?.[1];
  return factor === undefined ? { text } : { text, factor };
}

export async function served(server: ApiServer, name: string): Promise<void> {
  await until(`${name} to be served`, 60, async () => {
    const { status } = await server.ask('GET', `/apis/${group}/v1/${name}s`);
    if (status === 200) return true;
    await wait(200);
    return undefined;
  });
}

/** `true`, `false` or `error` for each of the rules. */
export async function answersOf(
  server: ApiServer,
  name: string,
  spec: JsonObject,
  count: number,
): Promise<readonly string[]> {
  const object = { apiVersion: `${group}/v1`, kind: kindOf(name), metadata: { name: 'x' }, spec };
  const answer = await server.ask('POST', `/apis/${group}/v1/${name}s?dryRun=All`, JSON.stringify(object));
  const details = (answer.body?.['details'] ?? {}) as { causes?: readonly { message: string }[] };
  const answers = Array.from({ length: count }, () => 'true');
  if (answer.status >= 300 && answer.status !== 422) throw new Error(answer.text);
  for (const { message } of details.causes ?? []) {
    const rule = /rule-(\d+)\./.exec(message);
    if (rule === null) throw new Error(message);
    answers[Number(rule[1])] = /evaluating rule|call arguments did not match/.test(message) ? 'error' : 'false';
  }
  return answers;
}

/** The server says how far beyond its limit a cost lies, more or less. */
export function costFlaw(program: CelProgram, factor: string): string | undefined {
  const own = program.estimatedCost() / costLimit;
  if (factor.startsWith('more')) return own > 99.9 ? undefined : `${own} here`;
  return Math.abs(own - Number(factor)) <= 0.06 ? undefined : `${own} here`;
}

import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { CelProgram } from '#src/cel/index.ts';
import { celTypeOf, compileCel, ruleVariables, toCelValue } from '#src/cel/index.ts';
import type { JsonObject } from '#src/kernel/index.ts';
import type { ApiServer } from './api-server.ts';
import { answersOf, costFlaw, costLimit, definitions, refusal, served } from './cel/answers.ts';
import { definition, group } from './cel/definition.ts';
import { randomExpression } from './cel/expressions.ts';
import { randomSpec } from './cel/objects.ts';
import { specSchema } from './cel/schema.ts';
import type { Proved } from './proved.ts';
import { seeded } from './random.ts';
import { inParallel } from './verdict.ts';

const expressionCount = 1100;
const leastEvaluated = 500;
const objectsEach = 12;
const rulesEach = 25;

interface Rule {
  readonly source: string;
  readonly program: CelProgram;
}

/** Random expressions as CRD rules: are they refused, and what do they say of random objects? */
export async function prove(server: ApiServer, seed: number): Promise<Proved> {
  const random = seeded(seed);
  const sources = [...new Set(Array.from({ length: expressionCount }, () => randomExpression(random)))];
  const failed: string[] = [];
  const rules: Rule[] = [];
  let refused = 0;
  let costly = 0;
  await inParallel(sources, async (source) => {
    const theirs = await refusal(server, source);
    const ours = compileRule(source, server.minor);
    if (ours.outcome === 'unsupported') failed.push(`${source}: ${ours.reason}`);
    else if (theirs?.factor !== undefined) {
      const wrong = ours.outcome === 'compiled' ? costFlaw(ours.program, theirs.factor) : 'refused here';
      if (wrong === undefined) costly += 1;
      else failed.push(`${source}: too costly by a factor of ${theirs.factor}: ${wrong}`);
    } else if (theirs !== undefined && ours.outcome === 'invalid') refused += 1;
    else if (theirs !== undefined) failed.push(`${source}: the server refuses it: ${theirs.text}`);
    else if (ours.outcome === 'invalid') failed.push(`${source}: refused here: ${ours.problems[0]?.message}`);
    else {
      const cost = ours.program.estimatedCost();
      if (cost > costLimit) failed.push(`${source}: costs ${cost} here, less there`);
      rules.push({ source, program: ours.program });
    }
  });
  const specs = Array.from({ length: objectsEach }, () => randomSpec(random));
  const evaluated = await evaluateAll(server, rules, specs);
  failed.push(...evaluated.failed);
  if (rules.length < leastEvaluated) failed.push(`only ${rules.length} expressions were evaluated`);
  return {
    name: 'expressions',
    passed: refused + costly + evaluated.passed,
    failed,
    notes: [
      `${sources.length} expressions: ${refused} refused by both, ${costly} too costly for both, ${rules.length} evaluated on ${specs.length} objects`,
      `answers: ${evaluated.counts.join(', ')}`,
    ],
  };
}

function compileRule(source: string, minor: number): ReturnType<typeof compileCel> {
  const self = celTypeOf(specSchema, 'self');
  if (self === undefined) throw new Error('the schema has no type');
  const compiled = compileCel(source, { minor, use: 'crd', variables: ruleVariables(self) });
  if (compiled.outcome !== 'compiled' || compiled.type.kind === 'bool') return compiled;
  return { outcome: 'invalid', problems: [{ message: 'is no bool', line: 1, column: 1 }] };
}

interface Evaluated {
  readonly passed: number;
  readonly failed: readonly string[];
  readonly counts: readonly string[];
}

async function evaluateAll(
  server: ApiServer,
  rules: readonly Rule[],
  specs: readonly JsonObject[],
): Promise<Evaluated> {
  const chunks = Array.from({ length: Math.ceil(rules.length / rulesEach) }, (_, at) =>
    rules.slice(at * rulesEach, (at + 1) * rulesEach),
  );
  const failed: string[] = [];
  const counts = new Map<string, number>();
  let passed = 0;
  await inParallel([...chunks.entries()], async ([at, chunk]) => {
    const name = `celprobe${String.fromCodePoint(97 + Math.floor(at / 26), 97 + (at % 26))}`;
    const body = definition(
      name,
      chunk.map(({ source }) => source),
    );
    try {
      const created = await server.ask('POST', definitions, JSON.stringify(body));
      if (created.status >= 300) throw new Error(created.text);
      await served(server, name);
      for (const spec of specs) {
        const theirs = await answersOf(server, name, spec, chunk.length);
        for (const [place, rule] of chunk.entries()) {
          const ours = evaluateRule(rule, spec);
          const other = theirs[place] ?? 'nothing';
          counts.set(other, (counts.get(other) ?? 0) + 1);
          if (ours.answer === other) passed += 1;
          else failed.push(`${rule.source}: ${ours.detail} here, ${other} there, of ${JSON.stringify(spec)}`);
        }
      }
    } finally {
      await server.ask('DELETE', `${definitions}/${name}s.${group}`);
    }
  });
  return { passed, failed, counts: [...counts].map(([answer, count]) => `${answer} ${count}`) };
}

function evaluateRule({ program }: Rule, spec: JsonObject): { readonly answer: string; readonly detail: string } {
  const self = toCelValue(spec, specSchema);
  const result = program.evaluate({ self });
  if (result.outcome === 'value') {
    const answer = result.value === true ? 'true' : 'false';
    return { answer, detail: answer };
  }
  return {
    answer: result.outcome,
    detail: `${result.outcome} (${'message' in result ? result.message : result.reason})`,
  };
}

/** `KUBECONFIG=... tsx test/cluster/agreement/cel.ts [--seed N]`: this proof alone, on one server. */
async function main(): Promise<void> {
  const { ApiServer: Server } = await import('./api-server.ts');
  const { values } = parseArgs({ options: { seed: { type: 'string' } } });
  const { KUBECONFIG } = process.env;
  if (KUBECONFIG === undefined) throw new Error('KUBECONFIG is not set');
  const server = await Server.connect(KUBECONFIG);
  const seed = Number(values.seed ?? Date.now() % 1_000_000_007);
  const { passed, failed, notes } = await prove(server, seed);
  const lines = [`${server.version}, --seed ${seed}`, ...failed, ...notes, `${passed} passed, ${failed.length} failed`];
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();

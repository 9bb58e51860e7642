import type { JsonObject } from '../kernel/index.ts';
import type { ComponentFacts } from './declarations.ts';
import { findNonJson, frozenJson, isObject } from './frozen.ts';
import type { KnownComponent } from './known.ts';
import { quote, thrownHint, thrownText } from './problems.ts';
import type { Problems } from './problems.ts';

/** Outputs of every capability that the component provides on one cluster; what it got wrong is reported and left out. */
export function callOutputs(
  component: KnownComponent,
  facts: ComponentFacts,
  problems: Problems,
): Readonly<Record<string, JsonObject>> {
  const { noun, declaration } = component;
  if (declaration.value.outputs === undefined) return {};
  let result: unknown;
  try {
    result = declaration.value.outputs(facts);
  } catch (thrown) {
    problems.addOnCluster(
      'outputs-threw',
      declaration.at('/outputs'),
      facts.cluster.name,
      (on) => `\`outputs\` of component ${quote(noun.name)} threw ${on}: ${thrownText(thrown)}`,
      thrownHint(
        thrown,
        'It sees the facts of an environment and a cluster, and must give an object for each capability that the component provides.',
      ),
    );
    return {};
  }
  const outputs: Record<string, JsonObject> = {};
  for (const capability of noun.provides) {
    const value = isObject(result) ? result[capability] : undefined;
    const fault = value === undefined ? 'nothing' : isObject(value) ? undefined : describe(value);
    const nonJson = fault === undefined ? findNonJson(value) : undefined;
    if (isObject(value) && nonJson === undefined) {
      outputs[capability] = frozenJson(value);
      continue;
    }
    const seen = nonJson === undefined ? fault : `${nonJson.seen} at ${quote(nonJson.pointer)}`;
    problems.addOnCluster(
      'outputs-invalid',
      declaration.at('/outputs'),
      facts.cluster.name,
      (on) => `\`outputs\` of component ${quote(noun.name)} gives ${seen} for capability ${quote(capability)} ${on}.`,
      `Return an object for each of ${noun.provides.map(quote).join(', ')} (\`{}\` when there is nothing to say), made of strings, finite numbers, booleans, null, lists and plain objects only.`,
    );
  }
  const extra = isObject(result) ? Object.keys(result).filter((key) => !noun.provides.includes(key)) : [];
  for (const capability of extra) {
    problems.unknown(
      'outputs-not-provided',
      declaration.at('/outputs'),
      `\`outputs\` of component ${quote(noun.name)} speaks of capability ${quote(capability)}, which the component does not provide.`,
      capability,
      noun.provides,
      'Add it to `provides`, or leave it out.',
    );
  }
  return outputs;
}

function describe(value: unknown): string {
  return Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
}

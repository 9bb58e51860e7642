import { celTypeOf, compileCel, escapeField, optionalType, ruleVariables } from '../../cel/index.ts';
import type { CelProgram, CelType, CompiledCel } from '../../cel/index.ts';
import type { JsonSchema, ValidationRule } from './json-schema.ts';

export interface CompiledRule {
  readonly rule: ValidationRule;
  /** Left out when the rule cannot be run here; then `reason` says why. */
  readonly program?: CelProgram;
  readonly reason?: string;
  readonly message?: CelProgram;
  readonly usesOldSelf: boolean;
}

/** The rules of a schema and of what is below it. */
export interface RuleNode {
  readonly schema: JsonSchema;
  /** Data at the root, and of embedded resources, have names and the like that no schema has to mention. */
  readonly isRoot: boolean;
  readonly rules: readonly CompiledRule[];
  readonly items: RuleNode | undefined;
  readonly values: RuleNode | undefined;
  readonly properties: ReadonlyMap<string, RuleNode>;
  readonly allOf: readonly RuleNode[];
}

const trees = new WeakMap<JsonSchema, Map<string, RuleNode | undefined>>();

/** Compiled when the first object of the kind is judged, and kept. Undefined when there are no rules at all. */
export function ruleTreeOf(schema: JsonSchema, minor: number, isRoot: boolean): RuleNode | undefined {
  let known = trees.get(schema);
  if (known === undefined) trees.set(schema, (known = new Map()));
  const id = `${minor} ${isRoot}`;
  if (known.has(id)) return known.get(id);
  const tree = hasRules(schema) ? nodeOf(schema, schema, isRoot, celTypeOf(schema, 'self', isRoot), minor) : undefined;
  known.set(id, tree);
  return tree;
}

/** The server does not look for them under `allOf` here. */
function hasRules(schema: JsonSchema): boolean {
  const { items, additionalProperties, properties } = schema;
  if ((schema['x-kubernetes-validations'] ?? []).length > 0) return true;
  if (items !== undefined && hasRules(items)) return true;
  if (typeof additionalProperties === 'object' && hasRules(additionalProperties)) return true;
  return Object.values(properties ?? {}).some(hasRules);
}

/** `rules` holds the rules, `node` describes the data: under `allOf` these are two schemas. Undefined when there are none. */
function nodeOf(
  rules: JsonSchema,
  node: JsonSchema,
  isRoot: boolean,
  type: CelType | undefined,
  minor: number,
): RuleNode | undefined {
  const compiled = (rules['x-kubernetes-validations'] ?? []).map((rule) => compileRule(rule, type, minor));
  const items = below(rules.items, node.items, type?.params[0], minor);
  const values = below(
    schemaOf(rules.additionalProperties),
    schemaOf(node.additionalProperties),
    type?.params[1],
    minor,
  );
  const properties = new Map<string, RuleNode>();
  for (const [name, property] of Object.entries(rules.properties ?? {})) {
    const described = node.properties === undefined ? undefined : ownOf(node.properties, name);
    if (described !== undefined && mayHaveRules(property)) {
      const escaped = escapeField(name);
      const known =
        escaped === undefined ? celTypeOf(described, name, isEmbedded(described)) : type?.fields?.get(escaped);
      const child = known === undefined ? undefined : nodeOf(property, described, isEmbedded(described), known, minor);
      if (child !== undefined) properties.set(name, child);
    }
  }
  const allOf = (rules.allOf ?? [])
    .map((one) => nodeOf(one, node, isRoot, type, minor))
    .filter((one) => one !== undefined);
  const none = compiled.length + properties.size + allOf.length === 0 && items === undefined && values === undefined;
  return none ? undefined : { schema: node, isRoot, rules: compiled, items, values, properties, allOf };
}

function below(
  rules: JsonSchema | undefined,
  node: JsonSchema | undefined,
  type: CelType | undefined,
  minor: number,
): RuleNode | undefined {
  if (rules === undefined || node === undefined) return undefined;
  return nodeOf(rules, node, isEmbedded(node), type, minor);
}

function mayHaveRules(schema: JsonSchema): boolean {
  return hasRules(schema) || holdsBranches(schema);
}

function holdsBranches({ allOf, items, additionalProperties, properties }: JsonSchema): boolean {
  if (allOf !== undefined) return true;
  const parts = [items, schemaOf(additionalProperties), ...Object.values(properties ?? {})];
  return parts.some((part) => part !== undefined && holdsBranches(part));
}

function schemaOf(schema: boolean | JsonSchema | undefined): JsonSchema | undefined {
  return typeof schema === 'object' ? schema : undefined;
}

function ownOf(properties: Readonly<Record<string, JsonSchema>>, name: string): JsonSchema | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function isEmbedded(schema: JsonSchema): boolean {
  return schema['x-kubernetes-embedded-resource'] === true;
}

function compileRule(rule: ValidationRule, type: CelType | undefined, minor: number): CompiledRule {
  if (rule.rule.trim() === '') return { rule, usesOldSelf: false };
  if (type === undefined) return { rule, usesOldSelf: false, reason: 'the schema gives the value no type' };
  const options = {
    minor,
    use: 'crd',
    expressions: 'stored',
    variables: rule.optionalOldSelf === true ? ruleVariables(type, optionalType(type)) : ruleVariables(type),
  } as const;
  const compiled = compileCel(rule.rule, options);
  if (compiled.outcome !== 'compiled') return { rule, usesOldSelf: false, reason: reasonOf(compiled) };
  const message = rule.messageExpression === undefined ? undefined : compileCel(rule.messageExpression, options);
  return {
    rule,
    program: compiled.program,
    usesOldSelf: compiled.program.variables.has('oldSelf'),
    ...(message?.outcome === 'compiled' ? { message: message.program } : {}),
  };
}

function reasonOf(compiled: Exclude<CompiledCel, { outcome: 'compiled' }>): string {
  if (compiled.outcome === 'unsupported') return compiled.reason;
  return compiled.problems.map(({ message }) => message).join('; ');
}

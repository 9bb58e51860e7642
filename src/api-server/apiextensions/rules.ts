import type { JSONSchemaProps, ValidationRule } from '../../schema/types/apiextensions-v1.ts';
import { compileCel, optionalType, ruleVariables } from '../../cel/index.ts';
import type { CelType, CompiledCel } from '../../cel/index.ts';
import { followPath } from '../../schema/index.ts';
import type { JsonSchema } from '../../schema/index.ts';
import { forbidden, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, formatField, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { cardinality } from './costs.ts';
import type { Costs } from './costs.ts';
import type { Inside } from './schema-node.ts';

/** Most that one rule may cost over all the places where it may hold. */
const ruleLimit = 10_000_000;

const reasons = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'];

/** Rules are compiled when nothing else is wrong with the schema and what is below it: `before` errors were there. */
export function validateRules(
  check: Check,
  schema: JSONSchemaProps,
  at: FieldPath,
  inside: Inside,
  before: number,
): void {
  const rules = schema['x-kubernetes-validations'] ?? [];
  const place = child(at, 'x-kubernetes-validations');
  for (const [position, rule] of rules.entries()) validateTexts(check, schema, rule, index(place, position));
  const { costs } = inside;
  const broken = check.errors.slice(before).some((error) => !isRuleError(error.field));
  if (broken || costs === undefined || rules.length === 0) return;
  const type = costs.type();
  if (type === undefined) {
    invalid(check, place, undefined, 'stand where the schema gives the value no type');
    return;
  }
  for (const [position, rule] of rules.entries()) {
    compileRule(check, rule, costs, type, index(place, position), inside.uncorrelated);
  }
}

/** The server keeps what it finds while it compiles apart from what is wrong with the schema. */
function isRuleError(field: string): boolean {
  return /x-kubernetes-validations(?:\[\d+\]\.(?:rule|messageExpression|optionalOldSelf))?$/.test(field);
}

function validateTexts(check: Check, schema: JSONSchemaProps, rule: ValidationRule, at: FieldPath): void {
  const { rule: text = '', message = '', messageExpression = '', reason, fieldPath = '' } = rule;
  if (text.trim() === '') required(check, child(at, 'rule'), 'must be set');
  else if (message !== '' && message.trim() === '') invalid(check, child(at, 'message'), message, 'may not be blank');
  else if (hasLines(message.trim())) invalid(check, child(at, 'message'), message, 'may not have line breaks');
  else if (hasLines(text.trim()) && message.trim() === '') {
    required(check, child(at, 'message'), 'must be set for a rule of several lines');
  }
  if (messageExpression !== '' && messageExpression.trim() === '') {
    required(check, child(at, 'messageExpression'), 'may not be blank');
  }
  if (reason !== undefined && !reasons.includes(reason)) notSupported(check, child(at, 'reason'), reason, reasons);
  const path = child(at, 'fieldPath');
  if (fieldPath !== '' && fieldPath.trim() === '') invalid(check, path, fieldPath, 'may not be blank');
  if (hasLines(fieldPath)) invalid(check, path, fieldPath, 'may not have line breaks');
  if (fieldPath !== '' && followPath(fieldPath, schema as JsonSchema) === undefined) {
    invalid(check, path, fieldPath, 'must lead to a field of the schema: .spec.name');
  }
}

function hasLines(text: string): boolean {
  return /[\n\r]/.test(text);
}

function compileRule(
  check: Check,
  rule: ValidationRule,
  costs: Costs,
  type: CelType,
  at: FieldPath,
  uncorrelated: FieldPath | undefined,
): void {
  const { rule: text = '', messageExpression = '', optionalOldSelf } = rule;
  const expressions = isKept(check, text) ? 'stored' : 'new';
  const options = {
    minor: check.minor,
    use: 'crd',
    expressions,
    variables: optionalOldSelf === true ? ruleVariables(type, optionalType(type)) : ruleVariables(type),
  } as const;
  const compiled = compileCel(text, options);
  if (compiled.outcome === 'unsupported') return;
  const problem = problemOf(compiled, 'bool');
  if (problem !== undefined) invalid(check, child(at, 'rule'), text, problem);
  else {
    observe(check, compiled, costs, child(at, 'rule'), cardinality(costs));
    if (messageExpression !== '') {
      const message = compileCel(messageExpression, options);
      const wrong = message.outcome === 'unsupported' ? undefined : problemOf(message, 'string');
      if (wrong !== undefined) invalid(check, child(at, 'messageExpression'), messageExpression, wrong);
      else observe(check, message, costs, child(at, 'messageExpression'), 1);
    }
  }
  const usesOldSelf =
    problem === undefined && compiled.outcome === 'compiled' && compiled.program.variables.has('oldSelf');
  if (usesOldSelf && uncorrelated !== undefined) {
    invalid(
      check,
      child(at, 'rule'),
      text,
      `may not use oldSelf: nothing tells the items of ${formatField(uncorrelated)} apart`,
    );
  } else if (!usesOldSelf && optionalOldSelf !== undefined) {
    invalid(check, child(at, 'optionalOldSelf'), optionalOldSelf, 'is for rules that use oldSelf alone');
  }
}

function problemOf(compiled: CompiledCel, wanted: 'bool' | 'string'): string | undefined {
  if (compiled.outcome === 'invalid') return compiled.problems.map(({ message }) => message).join('; ');
  return compiled.outcome === 'compiled' && compiled.type.kind !== wanted ? `must give a ${wanted}` : undefined;
}

function observe(check: Check, compiled: CompiledCel, { total }: Costs, at: FieldPath, times: number): void {
  if (compiled.outcome !== 'compiled') return;
  const each = compiled.program.estimatedCost();
  const cost = each === 0 ? 0 : each * times;
  if (cost > ruleLimit) {
    forbidden(check, at, 'may cost too much: bound the lists, maps and texts that it reads with maxItems and the like');
  }
  total.cost += cost;
  total.rules.push({ at, cost });
}

/** A rule that the old definition has, too, may use whatever it used. */
function isKept({ old }: Check, rule: string): boolean {
  return old !== undefined && JSON.stringify(old).includes(JSON.stringify(rule));
}

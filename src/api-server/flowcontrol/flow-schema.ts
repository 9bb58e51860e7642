import type { FlowSchema, FlowSchemaSpec } from '../../schema/types/flowcontrol-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { sameValue } from '../same-value.ts';
import { checkOneOf, checkRequiredText } from '../text-field.ts';
import { fixedFlowSchemas } from './fixed-specs.ts';
import { validateFlowRule } from './flow-rule.ts';

const highestPrecedence = 10_000;

export const flowSchemaValidation = defineKind<FlowSchema>({
  group: 'flowcontrol.apiserver.k8s.io',
  kind: 'FlowSchema',
  rule: {
    id: 'valid-flow-schema',
    title: 'A FlowSchema is one that the API server accepts.',
    fix: 'Name a priority level, a precedence from 2 to 10000, and give each rule subjects and what they ask for.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, schema) {
    const name = schema.metadata?.name ?? '';
    const at = child(undefined, 'spec');
    const given = schema.spec ?? {};
    const spec = { ...given, matchingPrecedence: given.matchingPrecedence || 1000 };
    validateSpec(check, name, spec, at);
    const fixed = Object.hasOwn(fixedFlowSchemas, name) ? fixedFlowSchemas[name] : undefined;
    if (fixed !== undefined && !sameValue(spec, fixed))
      invalid(check, at, undefined, `of ${name} is fixed by the server`);
  },
});

function validateSpec(check: Check, name: string, spec: FlowSchemaSpec, at: FieldPath): void {
  validatePrecedence(check, name, spec.matchingPrecedence ?? 0, child(at, 'matchingPrecedence'));
  if (spec.distinguisherMethod !== undefined) {
    const type = spec.distinguisherMethod.type ?? '';
    checkOneOf(check, child(at, 'distinguisherMethod', 'type'), type, ['ByNamespace', 'ByUser']);
  }
  const level = child(at, 'priorityLevelConfiguration', 'name');
  checkRequiredText(check, level, spec.priorityLevelConfiguration?.name, dns1123Subdomain);
  for (const [position, rule] of (spec.rules ?? []).entries()) {
    validateFlowRule(check, rule, index(child(at, 'rules'), position));
  }
}

function validatePrecedence(check: Check, name: string, precedence: number, at: FieldPath): void {
  if (precedence <= 0) invalid(check, at, precedence, 'must be above 0');
  if (precedence > highestPrecedence) invalid(check, at, precedence, `may be at most ${highestPrecedence}`);
  if (precedence === 1 && name !== 'exempt') invalid(check, at, precedence, "may be 1 for 'exempt' only");
}

import { z } from 'zod';
import type { AdmissionResources, AdmissionRuleDeclaration, AdmissionSelector } from '../../model/types.ts';
import { LabelKey, LabelValue } from './names.ts';
import { PagePath, RuleId, SeverityName, Tiers } from './rule.ts';
import { optional, type Shape } from './shape.ts';
import { pattern, prose } from './text.ts';

const Names = z.array(prose(253)).min(1, 'it is empty');
const Expression = prose(16_384);
const Named = z.array(
  z.strictObject({
    name: pattern('a name of letters, digits and `-`, `_`, `.`, `/`', /^[A-Za-z_][-\w./]{0,316}$/),
    expression: Expression,
  }),
);

const ResourceRules = z.array(
  z.strictObject({
    apiGroups: z.array(z.string()).min(1, 'it is empty'),
    apiVersions: Names,
    resources: Names,
    operations: optional(z.array(z.enum(['CREATE', 'UPDATE', 'DELETE', 'CONNECT', '*'])).min(1, 'it is empty')),
    resourceNames: optional(Names),
    scope: optional(z.enum(['Cluster', 'Namespaced', '*'])),
  } satisfies Shape<AdmissionResources>),
);

const Selector = z.strictObject({
  matchLabels: optional(z.record(LabelKey, LabelValue)),
  matchExpressions: optional(
    z.array(
      z.strictObject({
        key: LabelKey,
        operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
        values: optional(z.array(LabelValue)),
      }),
    ),
  ),
} satisfies Shape<AdmissionSelector>);

export const AdmissionRule = z.strictObject({
  id: RuleId,
  title: prose(253),
  fix: prose(500),
  severity: SeverityName,
  tiers: optional(Tiers),
  docs: optional(PagePath),
  match: z.strictObject({
    resourceRules: ResourceRules.min(1, 'it is empty'),
    excludeResourceRules: optional(ResourceRules),
    namespaceSelector: optional(Selector),
    objectSelector: optional(Selector),
  } satisfies Shape<AdmissionRuleDeclaration['match']>),
  matchConditions: optional(Named),
  variables: optional(Named),
  validations: z
    .array(
      z.strictObject({
        expression: Expression,
        message: optional(prose(1024)),
        messageExpression: optional(Expression),
        reason: optional(z.enum(['Unauthorized', 'Forbidden', 'Invalid', 'RequestEntityTooLarge'])),
      } satisfies Shape<AdmissionRuleDeclaration['validations'][number]>),
    )
    .min(1, 'it is empty'),
  actions: optional(z.array(z.enum(['Deny', 'Warn', 'Audit'])).min(1, 'it is empty')),
} satisfies Shape<AdmissionRuleDeclaration>) satisfies z.ZodType<AdmissionRuleDeclaration>;

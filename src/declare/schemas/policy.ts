import { z } from 'zod';
import type { PolicyDeclaration, RuleSetting } from '../../model/types.ts';
import { RuleId, SeverityName } from './rule.ts';
import { Json, optional, type Shape } from './shape.ts';

export const Policy = z.strictObject({
  rules: z.record(
    RuleId,
    z.strictObject({ severity: optional(SeverityName), options: optional(Json) } satisfies Shape<RuleSetting>),
  ),
} satisfies Shape<PolicyDeclaration>) satisfies z.ZodType<PolicyDeclaration>;

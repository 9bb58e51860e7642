import { z } from 'zod';
import type { BaselineDeclaration, ContainerLimits, QuotaClass } from '../../model/types.ts';
import { Requirements } from './component.ts';
import { Quantities, ResourceName } from './facts.ts';
import { DnsLabel } from './names.ts';
import { code, optional, type Shape } from './shape.ts';
import { pattern } from './text.ts';

const Ratio = pattern('a ratio of at least 1 in quotes, for example "2"', /^[1-9]\d*(?:\.\d+)?$/);

export const Limits = z.strictObject({
  default: optional(Quantities),
  defaultRequest: optional(Quantities),
  max: optional(Quantities),
  min: optional(Quantities),
  maxLimitRequestRatio: optional(z.record(ResourceName, Ratio)),
} satisfies Shape<ContainerLimits>) satisfies z.ZodType<ContainerLimits>;

export const Baseline = z.strictObject({
  requires: optional(Requirements),
  quotaClasses: optional(
    z.record(DnsLabel, z.strictObject({ hard: Quantities, limits: optional(Limits) } satisfies Shape<QuotaClass>)),
  ),
  namespaces: optional(code<NonNullable<BaselineDeclaration['namespaces']>>()),
  build: code<BaselineDeclaration['build']>(),
} satisfies Shape<BaselineDeclaration>) satisfies z.ZodType<BaselineDeclaration>;

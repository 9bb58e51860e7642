import { z } from 'zod';
import type { AppKindDeclaration } from '../../model/types.ts';
import { Requirements } from './component.ts';
import { DnsLabel } from './names.ts';
import { code, optional, type Shape } from './shape.ts';
import { prose } from './text.ts';

/** Schemas of a second copy of zod count too: what makes one is its interface. */
const ZodSchema = z
  .custom<unknown>((value) => typeof value === 'object' && value !== null && '_zod' in value && 'safeParse' in value)
  .describe('a zod schema, for example `z.strictObject({ ... })` with `z` from `keelson`');

export const AppKind = z.strictObject({
  name: DnsLabel,
  description: prose(1000),
  requires: optional(Requirements),
  schema: ZodSchema,
  build: code<AppKindDeclaration['build']>(),
  parse: code<AppKindDeclaration['parse']>(),
} satisfies Shape<AppKindDeclaration>) satisfies z.ZodType<AppKindDeclaration>;

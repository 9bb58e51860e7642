import { z } from 'zod';
import type { EnvironmentDeclaration, PodSecurityLevel, Tier } from '../../model/types.ts';
import { Cidr } from './cidr.ts';
import { DnsLabel, EnvironmentName, HostName, LabelKey, LabelValue } from './names.ts';
import { Json, optional, type Shape } from './shape.ts';
import { Team } from './facts.ts';
import { prose } from './text.ts';

const TierName = z.enum(['sandbox', 'ci', 'dev', 'pre-prod', 'prod', 'management']) satisfies z.ZodType<Tier>;

export const PodSecurity = z.enum(['privileged', 'baseline', 'restricted']) satisfies z.ZodType<PodSecurityLevel>;

type Domains = NonNullable<EnvironmentDeclaration['domains']>;

export const Environment = z.strictObject({
  name: EnvironmentName,
  tier: TierName,
  description: optional(prose(253)),
  order: optional(z.number().int()),
  owner: optional(Team),
  lifetime: optional(z.enum(['ephemeral', 'long-lived'])),
  phase: optional(z.enum(['planned', 'not-live', 'live', 'retiring'])),
  tenanted: optional(z.boolean()),
  regions: optional(z.array(LabelValue)),
  domains: optional(
    z.strictObject({
      ingress: optional(HostName),
      internal: optional(HostName),
      dns: optional(z.strictObject({ zone: prose(253), provider: DnsLabel })),
    } satisfies Shape<Domains>),
  ),
  network: optional(
    z.strictObject({ reserved: optional(z.array(Cidr)), egressAllow: optional(z.array(Cidr)) } satisfies Shape<
      NonNullable<EnvironmentDeclaration['network']>
    >),
  ),
  defaults: optional(
    z.strictObject({ quotaClass: optional(DnsLabel), podSecurity: optional(PodSecurity) } satisfies Shape<
      NonNullable<EnvironmentDeclaration['defaults']>
    >),
  ),
  labels: optional(z.record(LabelKey, LabelValue)),
  extensions: optional(Json),
} satisfies Shape<EnvironmentDeclaration>) satisfies z.ZodType<EnvironmentDeclaration>;

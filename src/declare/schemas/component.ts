import { z } from 'zod';
import type { CapabilityRequirement, ChartSource, ComponentDeclaration, CustomKind } from '../../model/types.ts';
import { Day, KubernetesVersion, Team } from './facts.ts';
import { ChartRepository, ChartVersion } from './image.ts';
import { ComponentName, DnsLabel, HostName, LabelKey, LabelValue } from './names.ts';
import { Outsides } from './outside.ts';
import { code, Json, optional, type Shape } from './shape.ts';
import { pattern, prose } from './text.ts';

export const Deletion = z.enum(['retain', 'cascade']);

export const Stage = z.enum(['experimental', 'beta', 'ga', 'deprecated', 'retired']);

export const Requirements = z.array(
  z.strictObject({ capability: DnsLabel, optional: optional(z.boolean()) } satisfies Shape<CapabilityRequirement>),
);

export const Selector = z.strictObject({ matchLabels: optional(z.record(LabelKey, LabelValue)) });

const Kind = pattern('a kind, for example Certificate', /^[A-Z][A-Za-z0-9]{0,62}$/);

/** In an OCI registry a path may stand before the name. */
const ChartName = pattern(
  'the name of a chart, for example cert-manager',
  /^[A-Za-z0-9][-A-Za-z0-9._]*(?:\/[A-Za-z0-9][-A-Za-z0-9._]*)*$/,
);

export const Chart = z.strictObject({
  repository: ChartRepository,
  chart: ChartName,
  version: ChartVersion,
  releaseName: optional(ComponentName),
  values: optional(Json),
} satisfies Shape<ChartSource>) satisfies z.ZodType<ChartSource>;

export const Component = z.strictObject({
  name: ComponentName,
  category: DnsLabel,
  description: prose(1000),
  owner: Team,
  lifecycle: z.strictObject({
    stage: Stage,
    since: optional(Day),
    replacedBy: optional(ComponentName),
    retireAfter: optional(Day),
  } satisfies Shape<ComponentDeclaration['lifecycle']>),
  license: optional(prose(100)),
  kubernetes: optional(
    z.strictObject({ from: optional(KubernetesVersion), to: optional(KubernetesVersion) } satisfies Shape<
      NonNullable<ComponentDeclaration['kubernetes']>
    >),
  ),
  namespace: optional(DnsLabel),
  placement: optional(
    z.strictObject({ clusterSelector: optional(Selector), hubOnly: optional(z.boolean()) } satisfies Shape<
      NonNullable<ComponentDeclaration['placement']>
    >),
  ),
  requires: optional(Requirements),
  provides: optional(z.array(DnsLabel)),
  conflicts: optional(z.array(DnsLabel)),
  crds: optional(z.array(z.strictObject({ group: HostName, kind: Kind } satisfies Shape<CustomKind>))),
  ignoreDifferences: optional(z.array(Json)),
  outside: optional(Outsides),
  deletion: optional(Deletion),
  outputs: optional(code<NonNullable<ComponentDeclaration['outputs']>>()),
  charts: optional(code<NonNullable<ComponentDeclaration['charts']>>()),
  build: optional(code<NonNullable<ComponentDeclaration['build']>>()),
  contribute: optional(code<NonNullable<ComponentDeclaration['contribute']>>()),
} satisfies Shape<ComponentDeclaration>) satisfies z.ZodType<ComponentDeclaration>;

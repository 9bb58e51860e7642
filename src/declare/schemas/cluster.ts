import { z } from 'zod';
import type { Cidrs, ClusterDeclaration, CloudProvider } from '../../model/types.ts';
import { Cidr } from './cidr.ts';
import { KubernetesVersion, Quantity, Repository, ServerUrl } from './facts.ts';
import { ClusterName, DnsLabel, EnvironmentName, LabelKey, LabelValue } from './names.ts';
import { Json, optional, type Shape } from './shape.ts';
import { pattern, prose } from './text.ts';

const Provider = z.enum(['gcp', 'aws', 'azure', 'openstack', 'kind', 'onprem']) satisfies z.ZodType<CloudProvider>;

const Names = z.array(DnsLabel);

export const Cluster = z.strictObject({
  name: ClusterName,
  environment: EnvironmentName,
  hub: ClusterName,
  provider: z.strictObject({
    name: Provider,
    region: optional(LabelValue),
    project: optional(prose(253)),
  } satisfies Shape<ClusterDeclaration['provider']>),
  kubernetes: KubernetesVersion,
  server: optional(ServerUrl),
  description: optional(prose(253)),
  labels: optional(z.record(LabelKey, LabelValue)),
  capacity: optional(
    z.strictObject({
      cpu: Quantity,
      memory: Quantity,
      overcommit: optional(z.number().positive().describe('a number above 0')),
    } satisfies Shape<NonNullable<ClusterDeclaration['capacity']>>),
  ),
  network: optional(
    z.strictObject({
      cidrs: optional(
        z.strictObject({
          controlPlane: optional(Cidr),
          nodes: optional(Cidr),
          pods: optional(Cidr),
          services: optional(Cidr),
        } satisfies Shape<Cidrs>),
      ),
      cni: optional(DnsLabel),
    } satisfies Shape<NonNullable<ClusterDeclaration['network']>>),
  ),
  components: optional(
    z.strictObject({ include: optional(Names), exclude: optional(Names) } satisfies Shape<
      NonNullable<ClusterDeclaration['components']>
    >),
  ),
  provides: optional(z.record(DnsLabel, Json)),
  delivery: optional(
    z.strictObject({
      repository: Repository,
      revision: optional(pattern('a branch, tag or commit, without spaces', /^[^\s*~^:?[\\]+$/)),
      namespace: optional(DnsLabel),
    } satisfies Shape<NonNullable<ClusterDeclaration['delivery']>>),
  ),
  extensions: optional(Json),
} satisfies Shape<ClusterDeclaration>) satisfies z.ZodType<ClusterDeclaration>;

import { z } from 'zod';
import type {
  AccessGroups,
  NetworkPeer,
  TenantDeclaration,
  TenantEnvironment,
  TenantQuota,
} from '../../model/types.ts';
import { App } from './app.ts';
import { Limits } from './baseline.ts';
import { Cidr } from './cidr.ts';
import { Deletion, Selector, Stage } from './component.ts';
import { PodSecurity } from './environment.ts';
import { Currency, Day, Email, Port, Quantities, Repository, SlackChannel, Subject, Team } from './facts.ts';
import {
  CostCentre,
  DnsLabel,
  EnvironmentName,
  HostName,
  LabelValue,
  OwnLabelKey,
  Parent,
  TenantName,
} from './names.ts';
import { Json, optional, type Shape } from './shape.ts';
import { prose } from './text.ts';

type Part<Key extends keyof TenantDeclaration> = NonNullable<TenantDeclaration[Key]>;

const Quota = z.strictObject({ class: optional(DnsLabel), hard: optional(Quantities) } satisfies Shape<TenantQuota>);

const Groups = z.strictObject({
  groups: optional(z.array(Subject)),
  users: optional(z.array(Subject)),
} satisfies Shape<AccessGroups>);

const Roles = { admin: optional(Groups), edit: optional(Groups), readOnly: optional(Groups) };

const Placed = z.strictObject({
  name: EnvironmentName,
  overrides: optional(
    z.strictObject({ quota: optional(Quota), limits: optional(Limits) } satisfies Shape<
      NonNullable<TenantEnvironment['overrides']>
    >),
  ),
} satisfies Shape<TenantEnvironment>);

const Peer = z.strictObject({
  tenant: optional(TenantName),
  cidr: optional(Cidr),
  ports: optional(z.array(Port)),
  reason: optional(prose(253)),
} satisfies Shape<NetworkPeer>);

export const Tenant = z.strictObject({
  name: TenantName,
  type: optional(z.enum(['org-unit', 'team', 'application', 'infrastructure', 'data', 'ml', 'sandbox'])),
  displayName: optional(prose(63)),
  description: optional(prose(253)),
  parent: optional(Parent),
  lifecycle: optional(Stage),
  expiresAt: optional(Day),
  owner: optional(
    z.strictObject({ team: Team, product: optional(Subject), techLead: optional(Subject) } satisfies Shape<
      Part<'owner'>
    >),
  ),
  contacts: optional(
    z.strictObject({
      email: optional(Email),
      slack: optional(SlackChannel),
      onCall: optional(prose(253)),
    } satisfies Shape<Part<'contacts'>>),
  ),
  costCentre: optional(CostCentre),
  budget: optional(
    z.strictObject({
      monthly: z.number().nonnegative().describe('a number, 0 or more'),
      currency: Currency,
    } satisfies Shape<Part<'budget'>>),
  ),
  dataClassification: optional(z.enum(['public', 'internal', 'confidential', 'restricted'])),
  criticality: optional(LabelValue),
  residency: optional(z.strictObject({ regions: z.array(LabelValue).min(1) } satisfies Shape<Part<'residency'>>)),
  environments: optional(z.array(z.union([EnvironmentName, Placed]))),
  placement: optional(
    z.strictObject({ clusterSelector: optional(Selector), spread: optional(z.enum(['all', 'one'])) } satisfies Shape<
      Part<'placement'>
    >),
  ),
  access: optional(z.strictObject({ ...Roles, prod: optional(z.strictObject(Roles)) } satisfies Shape<Part<'access'>>)),
  repositories: optional(z.array(Repository)),
  quota: optional(Quota),
  limits: optional(Limits),
  podSecurity: optional(PodSecurity),
  network: optional(
    z.strictObject({
      allowSameTenant: optional(z.boolean()),
      ingressFrom: optional(z.array(Peer)),
      egressTo: optional(z.array(Peer)),
      internet: optional(z.strictObject({ egress: optional(z.boolean()) })),
    } satisfies Shape<Part<'network'>>),
  ),
  domains: optional(
    z.array(
      z.strictObject({
        host: HostName,
        issuer: optional(DnsLabel),
        environments: optional(z.array(EnvironmentName)),
      } satisfies Shape<Part<'domains'>[number]>),
    ),
  ),
  labels: optional(z.record(OwnLabelKey, LabelValue)),
  apps: optional(z.array(App)),
  deletion: optional(Deletion),
  extensions: optional(Json),
} satisfies Shape<TenantDeclaration>) satisfies z.ZodType<TenantDeclaration>;

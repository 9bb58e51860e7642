import { z } from 'zod';
import type { OutsideDeclaration, OutsideObject } from '../../model/types.ts';
import { Port } from './facts.ts';
import { ClusterName, DnsLabel, EnvironmentName, LabelKey, LabelValue } from './names.ts';
import { GroupKind } from './rule.ts';
import { optional, type Shape } from './shape.ts';
import { pattern, prose } from './text.ts';

/** Names of objects differ by kind (`system:node` is a ClusterRole): only what no name may hold is refused. */
export const ObjectName = pattern('the name of an object, without spaces and `/`', /^[^\s/*]{1,253}$/);

export const Outsides = z
  .array(
    z.strictObject({
      kind: GroupKind,
      namespace: optional(ObjectName),
      name: optional(ObjectName),
      labels: optional(z.record(LabelKey, LabelValue)),
      keys: optional(
        z.array(pattern('a key of letters, digits and `-`, `_`, `.`', /^[-._A-Za-z0-9]{1,253}$/)).min(1, 'it is empty'),
      ),
      ports: optional(z.array(z.union([Port, DnsLabel])).min(1, 'it is empty')),
    } satisfies Shape<OutsideObject>),
  )
  .min(1, 'it is empty');

export const OutsideSchema = z.strictObject({
  name: DnsLabel,
  reason: prose(500),
  environments: optional(z.array(EnvironmentName).min(1, 'it is empty')),
  clusters: optional(z.array(ClusterName).min(1, 'it is empty')),
  objects: Outsides,
} satisfies Shape<OutsideDeclaration>) satisfies z.ZodType<OutsideDeclaration>;

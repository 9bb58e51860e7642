import { z } from 'zod';
import type { WaiverDeclaration, WaiverObject, WaiverScope } from '../../model/types.ts';
import { Day, Subject } from './facts.ts';
import { ClusterName, ComponentName, EnvironmentName, TenantName } from './names.ts';
import { ObjectName } from './outside.ts';
import { GroupKind, RuleId } from './rule.ts';
import { optional, type Shape } from './shape.ts';
import { pattern, prose, text } from './text.ts';

const Unit = pattern(
  'a unit as <owner>/<name>, for example payments/checkout or platform/gateway',
  /^[a-z](?:[-a-z0-9]*[a-z0-9])?\/[a-z](?:[-a-z0-9]*[a-z0-9])?$/,
);

const Pointer = text('a JSON pointer, for example /spec/template/spec/hostNetwork', (value) =>
  /^(?:\/(?:[^~/]|~[01])*)+$/.test(value) ? undefined : 'not a JSON pointer',
);

export const Waiver = z.strictObject({
  rule: RuleId,
  scope: z.strictObject({
    environment: optional(EnvironmentName),
    cluster: optional(ClusterName),
    tenant: optional(TenantName),
    component: optional(ComponentName),
    unit: optional(Unit),
    object: optional(
      z.strictObject({
        kind: GroupKind,
        namespace: optional(ObjectName),
        name: ObjectName,
      } satisfies Shape<WaiverObject>),
    ),
    container: optional(ObjectName),
    pointer: optional(Pointer),
  } satisfies Shape<WaiverScope>),
  reason: prose(500),
  owner: Subject,
  expires: Day,
} satisfies Shape<WaiverDeclaration>) satisfies z.ZodType<WaiverDeclaration>;

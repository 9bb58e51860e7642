import { z } from 'zod';
import type { ReleaseDeclaration } from '../../model/types.ts';
import { ClusterName, ComponentName, DnsLabel, EnvironmentName } from './names.ts';
import { optional, type Shape } from './shape.ts';
import { pattern } from './text.ts';

/** Which pins are possible is the model's to say: here a pin is a word. */
const Pin = pattern('`head` or a full commit id in quotes', /^\S+$/);

/** `environments/<environment>/release.yaml`; `environment` comes from the path. */
export const Release = z.strictObject({
  environment: EnvironmentName,
  platform: optional(Pin),
  components: optional(z.record(ComponentName, Pin)),
  /** By tenant; `default` stands for all others. */
  tenants: optional(z.record(DnsLabel, Pin)),
  clusters: optional(z.record(ClusterName, z.strictObject({ platform: optional(Pin) }))),
} satisfies Shape<ReleaseDeclaration>) satisfies z.ZodType<ReleaseDeclaration>;

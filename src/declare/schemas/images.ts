import { z } from 'zod';
import type { ImagesDeclaration } from '../../model/types.ts';
import { PinnedImage } from './image.ts';
import { AppName, EnvironmentName, TenantName } from './names.ts';
import type { Shape } from './shape.ts';

/** `environments/<environment>/images/<tenant>.yaml`; environment and tenant come from the path. */
export const Images = z.strictObject({
  environment: EnvironmentName,
  tenant: TenantName,
  images: z.record(AppName, PinnedImage),
} satisfies Shape<ImagesDeclaration>) satisfies z.ZodType<ImagesDeclaration>;

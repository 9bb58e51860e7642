import { z } from 'zod';
import type { AppDeclaration, AppOrigin } from '../../model/types.ts';
import { Chart, Deletion } from './component.ts';
import { Repository } from './facts.ts';
import { Image } from './image.ts';
import { AppName, DnsLabel, EnvironmentName, LabelValue, OwnLabelKey, TenantName } from './names.ts';
import { Outsides } from './outside.ts';
import { Json, optional, type Shape } from './shape.ts';
import { pattern, prose, text } from './text.ts';

const RepositoryPath = text('a path inside the repository, without `..` and without a leading `/`', (value) =>
  value !== '' && !value.startsWith('/') && !value.includes('\\') && !value.split('/').includes('..')
    ? undefined
    : 'not a path inside the repository',
);

const Revision = pattern('a branch, tag or commit, without spaces', /^[^\s*~^:?[\\]+$/);

const Origin = z.union([
  z.strictObject({ image: Image }),
  z.strictObject({ git: z.strictObject({ repository: Repository, path: RepositoryPath, revision: Revision }) }),
  z.strictObject({ chart: Chart }),
]) satisfies z.ZodType<AppOrigin>;

export const App = z.strictObject({
  name: AppName,
  tenant: optional(TenantName),
  kind: optional(DnsLabel),
  description: optional(prose(253)),
  origin: Origin,
  environments: optional(
    z.array(z.union([EnvironmentName, z.strictObject({ name: EnvironmentName, spec: optional(Json) })])),
  ),
  spec: optional(Json),
  outside: optional(Outsides),
  labels: optional(z.record(OwnLabelKey, LabelValue)),
  deletion: optional(Deletion),
  extensions: optional(Json),
} satisfies Shape<AppDeclaration>) satisfies z.ZodType<AppDeclaration>;

import type { z } from 'zod';
import type { DefinedKind } from './defined.ts';
import { toPlain } from './plain.ts';
import type { Problem } from './problem.ts';
import { problemsOf } from './problems.ts';
import { AdmissionRule } from './schemas/admission-rule.ts';
import { App } from './schemas/app.ts';
import { AppKind } from './schemas/app-kind.ts';
import { Baseline } from './schemas/baseline.ts';
import { Cluster } from './schemas/cluster.ts';
import { Component } from './schemas/component.ts';
import { Environment } from './schemas/environment.ts';
import { Images } from './schemas/images.ts';
import { OutsideSchema } from './schemas/outside.ts';
import { Policy } from './schemas/policy.ts';
import { Release } from './schemas/release.ts';
import { OwnRule } from './schemas/rule.ts';
import { Tenant } from './schemas/tenant.ts';
import { Waiver } from './schemas/waiver.ts';

/** What can be declared: by a `define*` call, or by a YAML file alone (`release`, `images`). */
export type DeclaredKind = DefinedKind | 'release' | 'images';

export type Checked = { readonly value: unknown } | { readonly problems: readonly Problem[] };

const schemas: Readonly<Record<DeclaredKind, z.ZodType>> = {
  'admission-rule': AdmissionRule,
  app: App,
  'app-kind': AppKind,
  baseline: Baseline,
  cluster: Cluster,
  component: Component,
  environment: Environment,
  images: Images,
  outside: OutsideSchema,
  policy: Policy,
  release: Release,
  rule: OwnRule,
  tenant: Tenant,
  waiver: Waiver,
};

const withCode: ReadonlySet<DeclaredKind> = new Set(['app-kind', 'baseline', 'component', 'rule']);

/** The value as plain data (code kept where the kind has code), or everything that is wrong with it. Fills in no defaults. */
export function checkDeclaration(kind: DeclaredKind, value: unknown): Checked {
  const plain = toPlain(value, withCode.has(kind));
  if (plain.problems.length > 0) return { problems: plain.problems };
  const schema = schemas[kind];
  const result = schema.safeParse(plain.value);
  if (!result.success) return { problems: problemsOf(schema, plain.value, result.error.issues) };
  return { value: plain.value };
}

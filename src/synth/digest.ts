import { createHash } from 'node:crypto';
import type { Recipe, Unit, ValuesFile } from '../model/types.ts';

/** What besides its input a unit's bytes depend on. */
export interface RenderBasis {
  /** Digest of the transitive modules of a recipe, hex. */
  codeDigest(recipe: Recipe): string;
  /** Digest of the repository's package lock. */
  readonly lock: string;
  /** Digest of the engine's code, its libraries' versions and Node's. */
  readonly engine: string;
}

/** sha256, hex, of everything that the unit's files are a function of. Equal digest, equal bytes. */
export function digestOfUnit(job: { readonly unit: Unit; readonly values?: ValuesFile }, basis: RenderBasis): string {
  const { unit } = job;
  const contributions = 'contributions' in unit.input ? unit.input.contributions : [];
  return createHash('sha256')
    .update(
      canonicalJson({
        layout: 1,
        ref: unit.ref,
        // The header names file and symbol; the line is left out, so a comment above a declaration renders nothing anew.
        declared: { file: unit.declared.file, symbol: unit.declared.symbol },
        recipe: unit.recipe,
        hasObjects: unit.hasObjects,
        values: job.values?.values,
        input: unit.input,
        code: basis.codeDigest(unit.recipe),
        contributed: contributions.map((one) => basis.codeDigest(one.recipe)),
        lock: basis.lock,
        engine: basis.engine,
      }),
    )
    .digest('hex');
}

/** JSON with every object's keys sorted: equal data, equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, item]) => item !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

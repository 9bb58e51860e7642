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

/**
 * sha256, hex, of everything that the unit's files are a function of. Equal digest, equal bytes: so keys stay in the order in which a
 * `build` meets them, because one that goes through them makes something else of another order.
 */
export function digestOfUnit(job: { readonly unit: Unit; readonly values?: ValuesFile }, basis: RenderBasis): string {
  const { unit } = job;
  const contributions = 'contributions' in unit.input ? unit.input.contributions : [];
  return createHash('sha256')
    .update(
      JSON.stringify({
        layout: 3,
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

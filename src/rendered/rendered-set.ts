import type { Declared, JsonObject, ObjectRef, UnitRef } from '../kernel/index.ts';

/** Where an object came from, kept beside it in memory and never written into it. */
export interface Provenance {
  /** Construct path inside the unit: `Deployment`, `route/certificate`. For messages only: no name derives from it. */
  readonly constructPath: string;
  /** Innermost user stack frame, raw; mapped to TypeScript lines only when somebody asks. */
  readonly frame?: string;
}

/** An object as constructs gave it: canonical order comes when it is written. */
export interface RenderedObject {
  readonly ref: ObjectRef;
  readonly value: JsonObject;
  readonly provenance: Provenance;
}

/** One file below `dist/`: header and canonical YAML of one object, or a chart's values file (no `object`). */
export interface RenderedFile {
  /** Repo-relative with `/`: `dist/dev/dev-eu-1/payments/checkout/deployment.checkout.yaml`. */
  readonly path: string;
  /** Id of the unit. */
  readonly unit: string;
  /** Hex, of the whole text. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** Left out when the text is what `dist/` already holds, or lies in the transaction's stage: memory stays flat. */
  readonly text?: string;
  readonly object?: ObjectRef;
  readonly provenance?: Provenance;
}

export interface RenderedUnit {
  readonly ref: UnitRef;
  readonly declared: Declared;
  /** Sorted by path. */
  readonly files: readonly RenderedFile[];
}

/** What a run rendered. The noun between `synth` and everything after it. */
export interface RenderedSet {
  /** Sorted by unit id. */
  readonly units: readonly RenderedUnit[];
}

import type { Selection } from '../pipeline/index.ts';

/** The flags `--env`, `--cluster`, `--unit` as the pipeline's selection; nothing when none was given. */
export function selectionOf(flags: { readonly env?: string; readonly cluster?: string; readonly unit?: string }): {
  readonly select?: Selection;
} {
  const select: Selection = {
    ...(flags.env === undefined ? {} : { environment: flags.env }),
    ...(flags.cluster === undefined ? {} : { cluster: flags.cluster }),
    ...(flags.unit === undefined ? {} : { unit: flags.unit }),
  };
  return Object.keys(select).length === 0 ? {} : { select };
}

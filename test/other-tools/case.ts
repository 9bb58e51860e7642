import type { Json } from './objects.ts';

/** What another tool says of some objects: looked up in its own fixtures and documentation, written anew. */
export interface ToolCase {
  /** `kube-linter/host-ipc` */
  readonly check: string;
  readonly name: string;
  readonly fires: boolean;
  readonly objects: readonly Json[];
}

type Objects = Json | readonly Json[];

/** The cases of one check: what it finds, and what it passes. */
export function casesOf(
  check: string,
  {
    fires,
    passes,
  }: { readonly fires: Readonly<Record<string, Objects>>; readonly passes: Readonly<Record<string, Objects>> },
): readonly ToolCase[] {
  const made = (all: Readonly<Record<string, Objects>>, verdict: boolean): readonly ToolCase[] =>
    Object.entries(all).map(([name, objects]) => ({ check, name, fires: verdict, objects: [objects].flat() }));
  return [...made(fires, true), ...made(passes, false)];
}

/**
 * Argo CD sync waves order the Applications of one delivery folder. Components come first, deeper ones after what they
 * require; a tenant's apps come after its baseline.
 */
const firstWave = -100;

export const baselineWave = 0;
export const appWave = 10;
/** Delivery units and roots: each is an Application of its own, with nothing beside it to be ordered against. */
export const deliveryWave = 0;

/** `depth` counts the components on the longest chain of required ones below it. */
export function componentWave(depth: number): number {
  return firstWave + depth;
}

export interface Depths {
  readonly depths: ReadonlyMap<string, number>;
  /** Each cycle once, its first name repeated at the end: `a`, `b`, `a`. Starts with the smallest name. */
  readonly cycles: readonly (readonly string[])[];
}

/** The longest way down from each node; a node on a cycle counts as if the edge that closes it were not there. */
export function depthsOf(names: Iterable<string>, requires: (name: string) => readonly string[]): Depths {
  const depths = new Map<string, number>();
  const cycles = new Map<string, readonly string[]>();
  const visit = (name: string, path: readonly string[]): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    const start = path.indexOf(name);
    if (start >= 0) {
      const cycle = rotate(path.slice(start));
      cycles.set(cycle.join(' '), [...cycle, ...cycle.slice(0, 1)]);
      return -1;
    }
    let depth = 0;
    for (const below of requires(name)) depth = Math.max(depth, visit(below, [...path, name]) + 1);
    depths.set(name, depth);
    return depth;
  };
  for (const name of names) visit(name, []);
  return { depths, cycles: [...cycles.values()] };
}

function rotate(cycle: readonly string[]): readonly string[] {
  const smallest = cycle.reduce((best, name, index) => (name < (cycle[best] ?? name) ? index : best), 0);
  return [...cycle.slice(smallest), ...cycle.slice(0, smallest)];
}

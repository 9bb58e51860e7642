export type UnitKind = 'component' | 'tenant' | 'app' | 'delivery' | 'root';

/**
 * A unit: the smallest thing that is rendered, checked, owned, promoted and synced.
 * `id` is `<environment>/<cluster>/<owner>/<name>`, which is also its folder under `dist/`.
 */
export interface UnitRef {
  readonly id: string;
  readonly environment: string;
  /** The cluster that receives the unit's objects; for `delivery` and `root` units the hub. */
  readonly cluster: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** A tenant's name, or `platform`. */
  readonly owner: string;
  readonly tenant?: string;
}

export function unitId(environment: string, cluster: string, owner: string, name: string): string {
  return `${environment}/${cluster}/${owner}/${name}`;
}

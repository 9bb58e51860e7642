import type { UnitRef } from '../../kernel/index.ts';

/** Who a thing in the hub's Argo CD belongs to, for selectors: `kubectl get applications -l keelson.dev/owner=payments`. */
export function ownerLabels(unit: Pick<UnitRef, 'environment' | 'owner'>): Readonly<Record<string, string>> {
  return { 'keelson.dev/environment': unit.environment, 'keelson.dev/owner': unit.owner };
}

/**
 * On the AppProject of a delivery folder, `cascade`: the folder's own Application gets the finalizer too. The ApplicationSet
 * reads it from the folder, so that the mark is there exactly when the folder's other finalizers are.
 */
export const deletionAnnotation = 'keelson.dev/deletion';

/** Before every unit's wave (components start at -100): Applications of a project that is not there yet fail. */
export const projectWave = '-1000';

/** Name of the AppProject, of the Application of the root folder, and of that folder. */
export const rootName = 'root';

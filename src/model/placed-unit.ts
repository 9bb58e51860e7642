import type { JsonObject } from '../kernel/index.ts';
import type { Unit, ValuesFile } from './fleet.ts';
import type { DeliverySource } from './unit-input.ts';

/** A unit with what its delivery needs to know beyond it. */
export interface PlacedUnit {
  readonly unit: Unit;
  /** Where its objects go: the cluster's hub delivers it. */
  readonly hub: string;
  /** Default namespace of its Application. */
  readonly namespace: string;
  readonly sources: readonly DeliverySource[];
  readonly values?: ValuesFile;
  readonly ignoreDifferences: readonly JsonObject[];
  readonly deletion: 'retain' | 'cascade';
  /** Repositories that its sources name, beside the config repository. */
  readonly repositories: readonly string[];
}

/** Where a unit's folder lies; git has no empty folders, so a unit without objects has none. */
export function folderSource(unitId: string): DeliverySource {
  return { type: 'folder', path: `dist/${unitId}` };
}

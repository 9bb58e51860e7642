import type { JsonObject, UnitRef } from '../kernel/index.ts';
import type { App, Cluster, Component, Environment, Recipe, Tenant } from './fleet.ts';
import type { ChartSource } from './declarations.ts';

/**
 * Everything that a unit may depend on: frozen JSON. `build` sees this and nothing else, and the unit's digest is a hash of it.
 */
export type UnitInput = ComponentInput | TenantInput | AppInput | DeliveryInput | RootInput;

interface PlacedInput {
  readonly unit: UnitRef;
  readonly environment: Environment;
  readonly cluster: Cluster;
  /** Outputs of the capabilities that are required and provided on this cluster, by capability name. */
  readonly capabilities: Readonly<Record<string, JsonObject>>;
}

export interface ComponentInput extends PlacedInput {
  readonly component: Component;
}

export interface TenantInput extends PlacedInput {
  readonly tenant: Tenant;
  /** Components of this cluster that contribute to each tenant's baseline, with the capabilities that they require. */
  readonly contributions: readonly {
    readonly component: string;
    readonly recipe: Recipe;
    readonly capabilities: Readonly<Record<string, JsonObject>>;
  }[];
}

export interface AppInput extends PlacedInput {
  readonly tenant: Tenant;
  readonly app: App;
}

/** One Argo CD source of a delivered unit. */
export type DeliverySource =
  | { readonly type: 'folder'; readonly path: string }
  | {
      readonly type: 'chart';
      readonly chart: Omit<ChartSource, 'values'>;
      /** Under `dist/`. */ readonly valuesFile?: string;
    }
  | { readonly type: 'git'; readonly repository: string; readonly path: string; readonly revision: string };

/** What a delivery unit needs to know of one unit that it delivers. */
export interface DeliveredUnit {
  readonly unit: UnitRef;
  /** `<cluster>.<owner>.<unit>` */
  readonly application: string;
  /** AppProject of the Application: the owner's, but the platform's for a tenant's baseline. */
  readonly project: string;
  readonly wave: number;
  /** Name of the destination cluster, as Argo CD knows it. */
  readonly destination: string;
  /** Default namespace of the destination. */
  readonly namespace: string;
  readonly sources: readonly DeliverySource[];
  readonly ignoreDifferences: readonly JsonObject[];
  readonly deletion: 'retain' | 'cascade';
}

export interface DeliveryInput {
  readonly unit: UnitRef;
  readonly environment: Environment;
  readonly hub: Cluster;
  readonly repository: { readonly url: string; readonly revision: string };
  readonly project: {
    /** `<environment>.<owner>` */
    readonly name: string;
    readonly description: string;
    /** Repositories and chart repositories, exact. */
    readonly sourceRepositories: readonly string[];
    /** By cluster name; namespace exact, or `*` for the platform. */
    readonly destinations: readonly { readonly cluster: string; readonly namespace: string }[];
    readonly access: { readonly admin: readonly string[]; readonly readOnly: readonly string[] };
  };
  readonly deletion: 'retain' | 'cascade';
  readonly delivers: readonly DeliveredUnit[];
}

export interface RootInput {
  readonly unit: UnitRef;
  readonly environment: Environment;
  readonly hub: Cluster;
  readonly repository: { readonly url: string; readonly revision: string };
}

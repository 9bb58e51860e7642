import type {
  AppKindDeclaration,
  BaselineDeclaration,
  ClusterDeclaration,
  ComponentDeclaration,
  Declaration,
  EnvironmentDeclaration,
} from './declarations.ts';
import type { Cluster, Component, Environment } from './fleet.ts';

/** A resolved noun beside the declaration that it came from, which knows the places for errors. */
interface Known<Noun, Value> {
  readonly noun: Noun;
  readonly declaration: Declaration<Value>;
}

export type KnownEnvironment = Known<Environment, EnvironmentDeclaration>;
export type KnownCluster = Known<Cluster, ClusterDeclaration>;
export type KnownComponent = Known<Component, ComponentDeclaration>;

/** By name, in order of name. */
export type Environments = ReadonlyMap<string, KnownEnvironment>;
export type Clusters = ReadonlyMap<string, KnownCluster>;
export type Components = ReadonlyMap<string, KnownComponent>;
export type AppKinds = ReadonlyMap<string, Declaration<AppKindDeclaration>>;
export type Baseline = Declaration<BaselineDeclaration> | undefined;

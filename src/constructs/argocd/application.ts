import type { Construct } from 'constructs';
import { KubeObject } from '../kube-object.ts';
import type { ObjectMeta } from '../metadata.ts';
import { argocdApiVersion } from './annotations.ts';

export interface ApplicationDestination {
  /** The cluster by the name that its cluster Secret gives it. */
  readonly name: string;
  /** For objects that name none themselves. */
  readonly namespace?: string;
}

export interface ApplicationSource {
  readonly repoURL: string;
  /** Branch, tag or commit of a git repository; version of a chart. */
  readonly targetRevision: string;
  /** Folder in a git repository. */
  readonly path?: string;
  /** Name of a chart in a Helm repository. */
  readonly chart?: string;
  /** Lets other sources name this repository as `$<ref>`. */
  readonly ref?: string;
  readonly helm?: {
    readonly releaseName?: string;
    readonly valueFiles?: readonly string[];
    readonly valuesObject?: object;
  };
}

export interface SyncPolicy {
  readonly automated?: { readonly prune?: boolean; readonly selfHeal?: boolean; readonly enabled?: boolean };
  readonly syncOptions?: readonly string[];
  readonly retry?: {
    /** -1: for ever. */
    readonly limit: number;
    /** A retry takes the newest revision instead of the one that failed. */
    readonly refresh?: boolean;
    /** Durations as Go writes them: `5s`, `3m`. */
    readonly backoff?: { readonly duration?: string; readonly factor?: number; readonly maxDuration?: string };
  };
}

export interface IgnoredDifference {
  readonly group?: string;
  readonly kind: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly jsonPointers?: readonly string[];
  readonly jqPathExpressions?: readonly string[];
  readonly managedFieldsManagers?: readonly string[];
}

export interface ApplicationSpec {
  readonly project: string;
  readonly destination: ApplicationDestination;
  /** One source. */
  readonly source?: ApplicationSource;
  /** Several; Argo CD then ignores `source`. */
  readonly sources?: readonly ApplicationSource[];
  readonly syncPolicy?: SyncPolicy;
  readonly ignoreDifferences?: readonly IgnoredDifference[];
  readonly revisionHistoryLimit?: number;
}

export interface ApplicationProps {
  readonly metadata: ObjectMeta;
  readonly spec: ApplicationSpec;
}

/** argoproj.io/v1alpha1 Application. */
export class Application extends KubeObject {
  constructor(scope: Construct, id: string, props: ApplicationProps) {
    super(scope, id, { apiVersion: argocdApiVersion, kind: 'Application', ...props });
  }
}

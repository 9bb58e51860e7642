import type { Construct } from 'constructs';
import { KubeObject } from '../kube-object.ts';
import type { ObjectMeta } from '../metadata.ts';
import { argocdApiVersion } from './annotations.ts';
import type { ApplicationSpec } from './application.ts';

/**
 * The template of a generator that overrides nothing. Argo CD 3.5's controller writes it into every generator whenever it updates the
 * object (after each webhook); where git leaves it out, that is a difference, and a sync of whatever delivers the ApplicationSet.
 */
export const emptyTemplate = { metadata: {}, spec: { destination: {}, project: '' } } as const;

interface GitGenerator {
  readonly repoURL: string;
  readonly revision: string;
  /** Puts the parameters about the path under this name: needed when two generators meet. */
  readonly pathParamPrefix?: string;
  readonly template: typeof emptyTemplate;
}

export interface GitDirectories extends GitGenerator {
  readonly directories: readonly { readonly path: string; readonly exclude?: boolean }[];
}

export interface GitFiles extends GitGenerator {
  readonly files: readonly { readonly path: string; readonly exclude?: boolean }[];
}

export type BasicGenerator = { readonly git: GitDirectories | GitFiles };

/** The second generator of a matrix may use the parameters of the first. */
export type Generator =
  | BasicGenerator
  | {
      readonly matrix: {
        readonly generators: readonly [BasicGenerator, BasicGenerator];
        readonly template: typeof emptyTemplate;
      };
    };

export interface ApplicationSetSpec {
  readonly goTemplate: true;
  /** `missingkey=error`: a parameter that is not there is an error, not an empty string. */
  readonly goTemplateOptions: readonly string[];
  readonly generators: readonly Generator[];
  readonly syncPolicy?: {
    /** The Applications go without what they delivered, unless they have the finalizer themselves. */
    readonly preserveResourcesOnDeletion?: boolean;
    readonly applicationsSync?: 'create-only' | 'create-update' | 'create-delete' | 'sync';
  };
  readonly template: { readonly metadata: ObjectMeta; readonly spec: ApplicationSpec };
  /** A Go template that yields YAML, merged over the Application that `template` gave. */
  readonly templatePatch?: string;
}

export interface ApplicationSetProps {
  readonly metadata: ObjectMeta;
  readonly spec: ApplicationSetSpec;
}

/** argoproj.io/v1alpha1 ApplicationSet, Go templates only. */
export class ApplicationSet extends KubeObject {
  constructor(scope: Construct, id: string, props: ApplicationSetProps) {
    super(scope, id, { apiVersion: argocdApiVersion, kind: 'ApplicationSet', ...props });
  }
}

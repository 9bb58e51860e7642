import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { UserError } from '../kernel/index.ts';
import { checkFields, type LibraryKind } from './dropped-field.ts';
import type { ObjectMeta } from './metadata.ts';
import { isClusterScoped } from './scope.ts';

export interface KubeObjectProps {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  /** `spec`, `data`, `rules`...: written as they are given. */
  readonly [field: string]: unknown;
}

/**
 * Any object of any kind, written as it is given: the base of the typed constructs, and the way out for what they do not know
 * (another custom kind, a field newer than they are).
 */
export class KubeObject extends ApiObject {
  /**
   * `library` is the cdk8s-plus-28 construct of the kind, when there is one: what it would lose of `props` is a `field-dropped` error.
   * `clusterScoped` is for custom kinds that `isClusterScoped` does not know.
   */
  constructor(
    scope: Construct,
    id: string,
    props: KubeObjectProps,
    options: { readonly library?: LibraryKind; readonly clusterScoped?: boolean } = {},
  ) {
    const path = `${scope.node.path}/${id}`;
    const name: unknown = props.metadata?.name;
    if (typeof name !== 'string' || name === '') {
      throw new UserError({
        code: 'missing-name',
        message: `${props.kind} at construct ${path} has no metadata.name`,
        hint: 'Give `metadata.name`: no name is made from the construct path, so that moving a construct changes nothing.',
      });
    }
    if (options.library !== undefined) checkFields(props, options.library, path);
    const withoutNamespace = options.clusterScoped ?? isClusterScoped(props.apiVersion, props.kind);
    if (withoutNamespace && props.metadata.namespace !== undefined) {
      throw new UserError({
        code: 'namespace-on-cluster-scoped',
        message: `${props.kind} "${name}" at construct ${path} names namespace "${props.metadata.namespace}", but ${props.kind} is cluster-scoped`,
        hint: 'Leave `metadata.namespace` out.',
      });
    }
    super(scope, id, props as unknown as ConstructorParameters<typeof ApiObject>[2]);
    // ApiObject falls back to the chart's namespace and offers no way to have none.
    if (withoutNamespace) Object.defineProperty(this.metadata, 'namespace', { value: undefined, enumerable: true });
  }
}

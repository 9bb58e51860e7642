import type { ParamKind, ParamRef } from '../schema/types/admissionregistration-v1.ts';
import type { LabelSelector } from '../schema/types/meta-v1.ts';
import type { AdmissionRequest, Json } from './request.ts';

export interface ParamQuery {
  readonly kind: ParamKind;
  /** Undefined for a kind without namespaces. */
  readonly namespace: string | undefined;
  readonly name?: string;
  readonly selector?: LabelSelector;
}

export interface ParamSource {
  /** Undefined when the kind is not known. */
  isNamespaced(kind: ParamKind): boolean | undefined;
  /** As the server holds them; a text says why that is not known. */
  find(query: ParamQuery): readonly Json[] | string;
}

export type Params =
  | { readonly objects: readonly (Json | undefined)[] }
  | { readonly error: string }
  | { readonly unknown: string };

/** With what a binding's policy is evaluated: nothing, one object, or each of several. */
export function collectParams(
  kind: ParamKind | undefined,
  ref: ParamRef | undefined,
  request: AdmissionRequest,
  source: ParamSource,
): Params {
  if (kind === undefined || ref === undefined) return { objects: [undefined] };
  const named = `${kind.apiVersion ?? ''} ${kind.kind ?? ''}`;
  const namespaced = source.isNamespaced(kind);
  if (namespaced === undefined) return { unknown: `parameters of kind ${named}, which is not known` };
  const given = ref.namespace ?? '';
  if (!namespaced && given !== '') {
    return { error: 'paramRef.namespace must not be provided for a cluster-scoped `paramKind`' };
  }
  let namespace: string | undefined;
  if (namespaced) {
    namespace = given === '' ? namespaceOf(request) : given;
    if (namespace === undefined && request.namespace !== undefined) {
      return { unknown: 'parameters of a namespace that is not known' };
    }
    if (namespace === undefined) {
      return { error: 'cannot use namespaced paramRef in policy binding that matches cluster-scoped resources' };
    }
  }
  const { name = '', selector } = ref;
  const found = source.find({
    kind,
    namespace,
    ...(name === '' ? {} : { name }),
    ...(selector === undefined ? {} : { selector }),
  });
  if (typeof found === 'string') return { unknown: found };
  if (found.length === 0 && ref.parameterNotFoundAction === 'Deny') {
    return { error: 'no params found for policy binding with `Deny` parameterNotFoundAction' };
  }
  return { objects: found };
}

/** A Namespace is in itself. */
function namespaceOf({ namespace, resource, name }: AdmissionRequest): string | undefined {
  if (resource.group === '' && resource.resource === 'namespaces') return name;
  return namespace?.name;
}

import { evaluationError, toPlainValue, unsupportedValue } from '../cel/index.ts';
import type { CelBindings, CelMap, CelValue } from '../cel/index.ts';
import type { Expression } from './compile.ts';
import type { Seen } from './match.ts';
import { isNamespaceObject } from './request.ts';
import type { AdmissionRequest, Json } from './request.ts';

/** Values for the variables of a policy's expressions, and what their evaluation has cost. */
export interface Activation {
  readonly bindings: CelBindings;
  /** What variables cost since it was last asked. */
  readonly takeCost: () => number;
}

/** `withNamespace`: match conditions are evaluated without the namespace. */
export function activate(
  request: AdmissionRequest,
  seen: Seen,
  params: Json | undefined,
  variables: ReadonlyMap<string, Expression>,
  withNamespace: boolean,
): Activation {
  let cost = 0;
  const bindings: CelBindings = {
    object: () => toPlainValue(seen.object),
    oldObject: () => toPlainValue(seen.oldObject),
    params: () => toPlainValue(params),
    request: () => toPlainValue(requestValue(request, seen)),
    namespaceObject: () => (withNamespace ? namespaceValue(request) : null),
    authorizer: () => {
      throw unsupportedValue('asking who is authorised');
    },
    'authorizer.requestResource': () => {
      throw unsupportedValue('asking who is authorised');
    },
    variables: () => composed,
  };
  const composed = variablesValue(variables, (name, expression) => {
    const result = expression.evaluate(bindings);
    if (result.outcome === 'unsupported') throw unsupportedValue(result.reason);
    cost += result.cost;
    if (result.outcome === 'error') throw evaluationError(`variable ${name}: ${result.message}`);
    return result.value;
  });
  return {
    bindings,
    takeCost: () => {
      const taken = cost;
      cost = 0;
      return taken;
    },
  };
}

type Evaluable = Exclude<Expression, string>;

/** Each is evaluated once, when it is first read. */
function variablesValue(
  variables: ReadonlyMap<string, Expression>,
  evaluate: (name: string, expression: Evaluable) => CelValue,
): CelMap {
  const known = new Map<string, () => CelValue>();
  return {
    kind: 'map',
    size: variables.size,
    keys: () => [...variables.keys()],
    find: (name) => {
      const expression = typeof name === 'string' ? variables.get(name) : undefined;
      if (typeof name !== 'string' || expression === undefined) return undefined;
      if (typeof expression === 'string') throw unsupportedValue(expression);
      let read = known.get(name);
      if (read === undefined) known.set(name, (read = remember(() => evaluate(name, expression))));
      return read();
    },
  };
}

/** An error is remembered, too. */
function remember(make: () => CelValue): () => CelValue {
  try {
    const value = make();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function namespaceValue(request: AdmissionRequest): CelValue {
  const { namespace } = request;
  if (namespace === undefined || isNamespaceObject(request)) return null;
  if (namespace.object === undefined) throw unsupportedValue('the namespace of the object is not known');
  const { metadata, spec, status } = namespace.object;
  return toPlainValue({ metadata, spec, status });
}

/** As the server tells webhooks, without the object; empty texts are left out. */
function requestValue(request: AdmissionRequest, seen: Seen): Json {
  const { operation, resource, name, namespace, userInfo, dryRun = false } = request;
  const value: Record<string, unknown> = {
    uid: '',
    ...kindAndResource(seen.resource, 'kind', 'resource'),
    ...kindAndResource(resource, 'requestKind', 'requestResource'),
    operation,
    dryRun,
  };
  if (isNamespaceObject(request)) putNamespace(value, 'namespace', name);
  else if (namespace !== undefined) putNamespace(value, 'namespace', namespace.name);
  if (name !== undefined) value['name'] = name;
  if (userInfo === undefined) unknownField(value, 'userInfo', 'who asks is not known');
  else value['userInfo'] = userInfo;
  unknownField(value, 'options', 'the options of the request are not known');
  return value;
}

function putNamespace(value: Record<string, unknown>, field: string, name: string | undefined): void {
  if (name === undefined) unknownField(value, field, 'it is not known which namespace the object is for');
  else value[field] = name;
  // The language keeps the word for itself: in types it is written like this.
  Object.defineProperty(value, `__${field}__`, { get: () => value[field] });
}

function kindAndResource(
  { group, version, kind, resource }: AdmissionRequest['resource'],
  one: string,
  other: string,
): Json {
  return { [one]: { group, version, kind }, [other]: { group, version, resource } };
}

function unknownField(value: object, name: string, reason: string): void {
  Object.defineProperty(value, name, {
    enumerable: true,
    get: () => {
      throw unsupportedValue(reason);
    },
  });
}

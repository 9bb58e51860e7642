import {
  authorizerType,
  boolType,
  dynType,
  intType,
  listType,
  mapType,
  objectType,
  resourceCheckType,
  stringType,
  timestampType,
} from '../../cel/index.ts';
import type { CelType } from '../../cel/index.ts';

type Variables = Readonly<Record<string, CelType>>;

const texts = listType(stringType);
const textMap = mapType(stringType, stringType);

const kindType = objectType('kubernetes.GroupVersionKind', {
  group: stringType,
  version: stringType,
  kind: stringType,
});
const resourceType = objectType('kubernetes.GroupVersionResource', {
  group: stringType,
  version: stringType,
  resource: stringType,
});
const userType = objectType('kubernetes.UserInfo', {
  username: stringType,
  uid: stringType,
  groups: texts,
  extra: mapType(stringType, texts),
});

const requestType = objectType('kubernetes.AdmissionRequest', {
  kind: kindType,
  resource: resourceType,
  subResource: stringType,
  requestKind: kindType,
  requestResource: resourceType,
  requestSubResource: stringType,
  name: stringType,
  // A name that the language keeps for itself.
  __namespace__: stringType,
  operation: stringType,
  userInfo: userType,
  dryRun: boolType,
  options: dynType,
});

const namespaceType = objectType('kubernetes.Namespace', {
  metadata: objectType('kubernetes.NamespaceMetadata', {
    name: stringType,
    generateName: stringType,
    __namespace__: stringType,
    labels: textMap,
    annotations: textMap,
    UID: stringType,
    creationTimestamp: timestampType,
    deletionGracePeriodSeconds: intType,
    deletionTimestamp: timestampType,
    generation: intType,
    resourceVersion: stringType,
    finalizers: texts,
  }),
  spec: objectType('kubernetes.NamespaceSpec', { finalizers: texts }),
  status: objectType('kubernetes.NamespaceStatus', {
    conditions: listType(
      objectType('kubernetes.NamespaceCondition', {
        status: stringType,
        type: stringType,
        lastTransitionTime: timestampType,
        message: stringType,
        reason: stringType,
      }),
    ),
    phase: stringType,
  }),
});

const everywhere: Variables = {
  object: dynType,
  oldObject: dynType,
  namespaceObject: namespaceType,
  request: requestType,
};

/** What an expression of an admission configuration may read. */
export function admissionVariables(has: { readonly params: boolean; readonly authorizer: boolean }): Variables {
  return {
    ...everywhere,
    ...(has.params ? { params: dynType } : {}),
    ...(has.authorizer ? { authorizer: authorizerType, 'authorizer.requestResource': resourceCheckType } : {}),
  };
}

/** The variables that a policy declares itself, by the types of their expressions: only the simple ones are kept. */
export function variablesType(types: ReadonlyMap<string, CelType>): CelType {
  const kept = [...types].map(([name, type]) => [name, keptType(type)] as const);
  return objectType('kubernetes.variables', Object.fromEntries(kept));
}

const simpleKinds = 'any bool bytes double duration int null string timestamp uint'.split(' ');

function keptType(type: CelType): CelType {
  if (simpleKinds.includes(type.kind)) return type;
  const [first = dynType, second = dynType] = type.params;
  if (type.kind === 'list') return listType(keptType(first));
  return type.kind === 'map' ? mapType(keptType(first), keptType(second)) : dynType;
}

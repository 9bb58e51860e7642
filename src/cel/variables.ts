import type { CelType } from './type.ts';
import {
  anyType,
  authorizerType,
  boolType,
  dynType,
  intType,
  listType,
  mapType,
  objectType,
  quantityType,
  resourceCheckType,
  stringType,
  timestampType,
} from './type.ts';

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

/** What admission expressions know as `request`. */
export const requestType = objectType('kubernetes.AdmissionRequest', {
  kind: kindType,
  resource: resourceType,
  subResource: stringType,
  requestKind: kindType,
  requestResource: resourceType,
  requestSubResource: stringType,
  name: stringType,
  namespace: stringType,
  operation: stringType,
  userInfo: userType,
  dryRun: boolType,
  options: dynType,
});

/** What admission expressions know as `namespaceObject`. */
export const namespaceType = objectType('kubernetes.Namespace', {
  metadata: objectType('kubernetes.NamespaceMetadata', {
    name: stringType,
    generateName: stringType,
    namespace: stringType,
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

interface AdmissionVariables {
  /** Does the policy name a kind of parameters? */
  readonly params?: boolean;
  /** May the expression ask who is authorised? */
  readonly authorizer?: boolean;
  /** The policy's own variables that stand before the expression, with the types of their expressions. */
  readonly variables?: Variables;
}

/** Variables of a ValidatingAdmissionPolicy, a MutatingAdmissionPolicy or a webhook's match condition. */
export function admissionVariables(has: AdmissionVariables): Variables {
  return {
    object: dynType,
    oldObject: dynType,
    namespaceObject: namespaceType,
    request: requestType,
    ...(has.params === true ? { params: dynType } : {}),
    ...(has.authorizer === true ? { authorizer: authorizerType, 'authorizer.requestResource': resourceCheckType } : {}),
    ...(has.variables === undefined ? {} : { variables: objectType('kubernetes.variables', has.variables) }),
  };
}

/** `self` and `oldSelf` of a CRD's rule. */
export function ruleVariables(self: CelType, oldSelf: CelType = self): Variables {
  return { self, oldSelf };
}

/** `device` of a selector in dynamic resource allocation; newer servers tell whether it can be shared. */
export function deviceVariables(minor: number): Variables {
  const domains = sized(stringType, 63);
  const byDomain = (values: CelType): CelType => {
    const inner = sized(mapType(sized(stringType, 32), values), attributeCount);
    return sized(mapType(domains, inner), attributeCount);
  };
  return {
    device: objectType('kubernetes.DRADevice', {
      driver: sized(stringType, 63),
      attributes: byDomain(sized(anyType, 64)),
      capacity: byDomain(quantityType),
      ...(minor >= 36 ? { allowMultipleAllocations: sized(boolType, 1) } : {}),
    }),
  };
}

/** Most attributes and capacities that a device may have. */
const attributeCount = 32;

function sized(type: CelType, maxElements: number): CelType {
  return { ...type, maxElements };
}

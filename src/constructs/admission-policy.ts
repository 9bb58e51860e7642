import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { LabelSelector, ObjectMeta } from './metadata.ts';

// `io.k8s.api.admissionregistration.v1`, since Kubernetes 1.30; cdk8s-plus-28 has only the alpha and the beta.
const apiVersion = 'admissionregistration.k8s.io/v1';

export interface AdmissionResourceRule {
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly operations: readonly ('CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT' | '*')[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  /** Required here: the list is atomic, and the API's default `*` would show as a difference in Argo CD. */
  readonly scope: 'Cluster' | 'Namespaced' | '*';
}

/** The API fills in `matchPolicy: Equivalent` and empty selectors. */
export interface AdmissionMatch {
  readonly matchPolicy?: 'Exact' | 'Equivalent';
  readonly namespaceSelector?: LabelSelector;
  readonly objectSelector?: LabelSelector;
  readonly resourceRules?: readonly AdmissionResourceRule[];
  readonly excludeResourceRules?: readonly AdmissionResourceRule[];
}

export interface ValidatingAdmissionPolicyProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly failurePolicy: 'Fail' | 'Ignore';
    readonly paramKind?: { readonly apiVersion: string; readonly kind: string };
    readonly matchConstraints: AdmissionMatch;
    readonly matchConditions?: readonly { readonly name: string; readonly expression: string }[];
    readonly variables?: readonly { readonly name: string; readonly expression: string }[];
    readonly validations: readonly {
      /** CEL; true admits. */
      readonly expression: string;
      readonly message?: string;
      /** CEL that gives a string. */
      readonly messageExpression?: string;
      readonly reason?: 'Unauthorized' | 'Forbidden' | 'Invalid' | 'RequestEntityTooLarge';
    }[];
    readonly auditAnnotations?: readonly { readonly key: string; readonly valueExpression: string }[];
  };
}

export class ValidatingAdmissionPolicy extends KubeObject {
  constructor(scope: Construct, id: string, props: ValidatingAdmissionPolicyProps) {
    super(scope, id, { apiVersion, kind: 'ValidatingAdmissionPolicy', ...props });
  }
}

export interface ValidatingAdmissionPolicyBindingProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly policyName: string;
    readonly validationActions: readonly ('Deny' | 'Warn' | 'Audit')[];
    readonly matchResources?: AdmissionMatch;
    readonly paramRef?: {
      readonly name?: string;
      readonly namespace?: string;
      readonly selector?: LabelSelector;
      readonly parameterNotFoundAction: 'Allow' | 'Deny';
    };
  };
}

export class ValidatingAdmissionPolicyBinding extends KubeObject {
  constructor(scope: Construct, id: string, props: ValidatingAdmissionPolicyBindingProps) {
    super(scope, id, { apiVersion, kind: 'ValidatingAdmissionPolicyBinding', ...props });
  }
}

export type Json = Readonly<Record<string, unknown>>;
export type LabelTexts = Readonly<Record<string, string>>;

export interface Resource {
  readonly group: string;
  readonly version: string;
  /** `Deployment` */
  readonly kind: string;
  /** `deployments` */
  readonly resource: string;
}

/** The namespace of what a request is about. */
export interface RequestNamespace {
  /** Undefined: any, nobody has said which. */
  readonly name: string | undefined;
  /** As the server holds it; undefined when it is not known. */
  readonly object: Json | undefined;
}

/** Another version of the same resource that the server serves, and the object in it. */
export interface OtherVersion {
  readonly resource: Resource;
  /** Undefined when it is not known here how the server converts it. */
  readonly object: Json | undefined;
  readonly oldObject?: Json | undefined;
}

/** Creating an object, or replacing one: what admission policies are asked about. */
export interface AdmissionRequest {
  readonly operation: 'CREATE' | 'UPDATE';
  readonly resource: Resource;
  /** Undefined: the server makes one up. */
  readonly name: string | undefined;
  /** Undefined for what has none: cluster-scoped objects, namespaces too. */
  readonly namespace: RequestNamespace | undefined;
  /** As the server holds it when it asks its policies. */
  readonly object: Json;
  readonly oldObject?: Json;
  readonly otherVersions: readonly OtherVersion[];
  /** Undefined: not known who asks. */
  readonly userInfo?: Json;
  readonly dryRun?: boolean;
}

export function isNamespaceObject({ resource }: AdmissionRequest): boolean {
  return resource.group === '' && resource.resource === 'namespaces';
}

/** Of an object as the server holds it. */
export function labelsOf(object: Json | undefined): LabelTexts {
  const metadata = object?.['metadata'];
  const labels =
    typeof metadata === 'object' && metadata !== null && 'labels' in metadata ? metadata.labels : undefined;
  return typeof labels === 'object' && labels !== null ? (labels as LabelTexts) : {};
}

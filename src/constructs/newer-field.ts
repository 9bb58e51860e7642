/** Where a pod spec stands in the kinds that hold one. */
const podSpec = String.raw`/spec/(?:template/spec/|jobTemplate/spec/template/spec/)?`;
const container = String.raw`${podSpec}(?:containers|initContainers)/\d+/`;

/**
 * Fields that are newer than Kubernetes 1.28, hence unknown to cdk8s-plus-28, and valid on every Kubernetes version that the typed
 * constructs are meant for. Source: the API changes in Kubernetes' CHANGELOG-1.29.md to CHANGELOG-1.34.md.
 */
const podFields: readonly RegExp[] = [
  `${container}lifecycle/(?:preStop|postStart)/sleep`, // 1.29
  `${container}lifecycle/stopSignal`, // 1.33
  `${container}securityContext/appArmorProfile`, // 1.30
  `${podSpec}securityContext/appArmorProfile`, // 1.30
  `${podSpec}securityContext/supplementalGroupsPolicy`, // 1.31
  `${podSpec}securityContext/seLinuxChangePolicy`, // 1.32
  String.raw`${podSpec}volumes/\d+/image`, // 1.31
  `${podSpec}resources`, // 1.32
].map(pattern);

const kindFields: Readonly<Record<string, readonly RegExp[]>> = {
  CronJob: ['/spec/jobTemplate/spec/(?:successPolicy|managedBy)'].map(pattern), // 1.30
  HorizontalPodAutoscaler: ['/spec/behavior/scale(?:Up|Down)/tolerance'].map(pattern), // 1.33
  Job: ['/spec/(?:successPolicy|managedBy)'].map(pattern), // 1.30
  Service: ['/spec/trafficDistribution'].map(pattern), // 1.30
};

const podKinds: ReadonlySet<string> = new Set(['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob']);

function pattern(source: string): RegExp {
  return new RegExp(`^${source}(?:/|$)`);
}

/** Is this a field that the API has and the library cannot have? */
export function isNewerField(kind: string, pointer: string): boolean {
  const fields = [...(kindFields[kind] ?? []), ...(podKinds.has(kind) ? podFields : [])];
  return fields.some((field) => field.test(pointer));
}

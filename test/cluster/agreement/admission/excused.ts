/** Kinds that are answers of the server, or that say who asked: no manifest holds them. */
const answers = /Review$|^CertificateSigningRequest$/;

/**
 * Where the server's object is known to differ: fields behind gates that are off by default, which it drops, and what it makes of more than the object
 * (labels of nodes, sums over containers).
 */
const excused: readonly (readonly [RegExp, RegExp])[] = [
  [/^StatefulSet$/, /rollingUpdate\.maxUnavailable/],
  [/^HorizontalPodAutoscaler$/, /\.tolerance:/],
  [/./, /\.(?:stopSignal|restartPolicyRules|hostnameOverride|clusterTrustBundle|podCertificate):/],
  [/./, /ontainers\[\d+\]\.restartPolicy:/],
  [/./, /\.volumes(?:\[\d+\])?(?:\.image|\.name|\.projected|\.emptyDir)?:/],
  [/./, /labelSelector\.matchExpressions:/],
  [/./, /resources\.(?:requests|limits)\./],
  [/^Pod$/, /^(?:metadata\.labels|spec\.(?:schedulingGroup|resourceClaims))/],
  [/^Node$/, /^spec\.taints/],
  [/^PersistentVolumeClaim$/, /^spec\.dataSourceRef/],
  [/^Lease$/, /^spec\.(?:preferredHolder|strategy)/],
  [/^EndpointSlice$/, /deprecatedTopology/],
  [/^(?:Resource|DeviceClass)/, /./],
  [/^CSIDriver$/, /nodeAllocatableUpdatePeriodSeconds/],
];

export function isExcused(kind: string, difference: string): boolean {
  return answers.test(kind) || excused.some(([kinds, texts]) => kinds.test(kind) && texts.test(difference));
}

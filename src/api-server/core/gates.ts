/**
 * First minor version in which the API server looks at a field by default. Before, it drops the field from every new object,
 * so that nothing about it can be wrong.
 */
export const enabledSince = {
  sidecars: 29,
  hostIPs: 29,
  sleep: 30,
  affinityLabelKeys: 31,
  recursiveReadOnly: 31,
  relaxedEnvNames: 32,
  zeroSleep: 33,
  resizePolicy: 33,
  procMount: 33,
  podResources: 34,
  resourceClaims: 34,
  userNamespaceDevices: 34,
  restartRules: 35,
  envFiles: 35,
  imageVolumes: 35,
  restartAllContainers: 36,
  clusterTrustBundles: 37,
  podCertificates: 37,
} as const;

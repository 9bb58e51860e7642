/**
 * First minor version in which the API server looks at a field by default. Before, it drops the field from every new object,
 * so that nothing about it can be wrong.
 */
export const enabledSince = {
  nodeInclusionPolicies: 26,
  minDomains: 27,
  schedulingGates: 27,
  spreadLabelKeys: 27,
  sidecars: 29,
  hostIPs: 29,
  sleep: 30,
  affinityLabelKeys: 31,
  recursiveReadOnly: 31,
  relaxedEnvNames: 32,
  zeroSleep: 33,
  relaxedDnsSearches: 33,
  seLinuxChangePolicy: 33,
  supplementalGroupsPolicy: 33,
  userNamespaces: 33,
  resizePolicy: 33,
  procMount: 33,
  podResources: 34,
  spreadSelectorMerge: 34,
  resourceClaims: 34,
  userNamespaceDevices: 34,
  hostnameOverride: 35,
  restartRules: 35,
  envFiles: 35,
  imageVolumes: 35,
  restartAllContainers: 36,
  clusterTrustBundles: 37,
  podCertificates: 37,
  seLinuxMount: 37,
} as const;

/** First minor version in which it checks what it took as it was before, or names another path. */
export const checkedSince = {
  longDnsSearches: 26,
  affinityValues: 26,
  spreadSelectors: 27,
  hostSysctls: 29,
  tokenPaths: 29,
  nodeSelectorValues: 32,
  hostAliasPositions: 33,
  ownSharedNamespace: 37,
} as const;

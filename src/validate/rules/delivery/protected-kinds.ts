/** What is deleted with one of these cannot be had back from the repository. */
export const protectedKinds: readonly string[] = [
  '/Namespace',
  '/PersistentVolumeClaim',
  'apiextensions.k8s.io/CustomResourceDefinition',
];

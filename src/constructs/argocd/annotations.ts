/** What Argo CD reads from annotations and finalizers. Source: Argo CD 3.5, docs/user-guide/annotations-and-labels.md. */
export const syncWaveAnnotation = 'argocd.argoproj.io/sync-wave';
/** Paths, separated by `;`, absolute from the repository's root: only their changes make Argo CD render the Application anew. */
export const manifestPathsAnnotation = 'argocd.argoproj.io/manifest-generate-paths';
/** On an Application: what it delivered goes when it goes. On an AppProject: it stays until no Application names it. */
export const resourcesFinalizer = 'resources-finalizer.argocd.argoproj.io';

/** Argo CD's API group and version. */
export const argocdApiVersion = 'argoproj.io/v1alpha1';

import type { Rule } from '../../rule.ts';
import { argoApplicationSetDeletion } from './argo-application-set-deletion.ts';
import { argoApplicationSetMissingKey } from './argo-application-set-missing-key.ts';
import { argoApplicationSetTemplate } from './argo-application-set-template.ts';
import { argoApplicationSize } from './argo-application-size.ts';
import { argoApplicationsOverlap } from './argo-applications-overlap.ts';
import { argoCaBundle } from './argo-ca-bundle.ts';
import { argoChartVersion } from './argo-chart-version.ts';
import { argoCreateNamespace } from './argo-create-namespace.ts';
import { argoDefaultProject } from './argo-default-project.ts';
import { argoDestinationOwner } from './argo-destination-owner.ts';
import { argoDestination } from './argo-destination.ts';
import { argoFinalizers } from './argo-finalizers.ts';
import { argoHook } from './argo-hook.ts';
import { argoIgnoreDifferences } from './argo-ignore-differences.ts';
import { argoNameLength } from './argo-name-length.ts';
import { argoNamespace } from './argo-namespace.ts';
import { argoProjectLimits } from './argo-project-limits.ts';
import { argoProjectSourceNamespaces } from './argo-project-source-namespaces.ts';
import { argoProtectedKinds } from './argo-protected-kinds.ts';
import { argoReplace } from './argo-replace.ts';
import { argoRetry } from './argo-retry.ts';
import { argoRevision } from './argo-revision.ts';
import { argoSettingsLabel } from './argo-settings-label.ts';
import { argoSource } from './argo-source.ts';
import { argoSyncOptions } from './argo-sync-options.ts';
import { argoSyncWave } from './argo-sync-wave.ts';
import { argoSyncWindows } from './argo-sync-windows.ts';
import { rolloutHistory } from './rollout-history.ts';
import { rolloutPauseDuration } from './rollout-pause-duration.ts';
import { rolloutProgressDeadline } from './rollout-progress-deadline.ts';
import { rolloutScaleDownDelay } from './rollout-scale-down-delay.ts';
import { validRollout } from './valid-rollout.ts';
import { workflowFailFast } from './workflow-fail-fast.ts';
import { workflowRetry } from './workflow-retry.ts';
import { workflowServiceAccount } from './workflow-service-account.ts';

export const deliveryRules: readonly Rule[] = [
  argoSource,
  argoDestination,
  argoDestinationOwner,
  argoApplicationsOverlap,
  argoNameLength,
  argoNamespace,
  argoFinalizers,
  argoDefaultProject,
  argoProjectLimits,
  argoProjectSourceNamespaces,
  argoSyncWindows,
  argoChartVersion,
  argoRevision,
  argoCreateNamespace,
  argoSyncOptions,
  argoSyncWave,
  argoHook,
  argoReplace,
  argoRetry,
  argoProtectedKinds,
  argoIgnoreDifferences,
  argoCaBundle,
  argoApplicationSize,
  argoApplicationSetTemplate,
  argoApplicationSetMissingKey,
  argoApplicationSetDeletion,
  argoSettingsLabel,
  validRollout,
  rolloutScaleDownDelay,
  rolloutPauseDuration,
  rolloutProgressDeadline,
  rolloutHistory,
  workflowRetry,
  workflowFailFast,
  workflowServiceAccount,
];

import type { Rule } from '../../rule.ts';
import { aggregatedRights } from './aggregated-rights.ts';
import { anonymousAccess } from './anonymous-access.ts';
import { approveCertificates } from './approve-certificates.ts';
import { bindVerb } from './bind-verb.ts';
import { clusterAdminBinding } from './cluster-admin-binding.ts';
import { defaultAccountBinding } from './default-account-binding.ts';
import { escalateVerb } from './escalate-verb.ts';
import { everyoneAccess } from './everyone-access.ts';
import { impersonateVerb } from './impersonate-verb.ts';
import { nodesProxy } from './nodes-proxy.ts';
import { podCreation } from './pod-creation.ts';
import { podExecBinding } from './pod-exec-binding.ts';
import { podExecRole } from './pod-exec-role.ts';
import { secretsAccess } from './secrets-access.ts';
import { tenantAccess } from './tenant-access.ts';
import { tenantEscalation } from './tenant-escalation.ts';
import { tenantSecrets } from './tenant-secrets.ts';
import { tokenCreation } from './token-creation.ts';
import { webhookConfigurations } from './webhook-configurations.ts';
import { wildcardRights } from './wildcard-rights.ts';

export const accessRules: readonly Rule[] = [
  anonymousAccess,
  defaultAccountBinding,
  aggregatedRights,
  tenantAccess,
  tenantEscalation,
  tenantSecrets,
  clusterAdminBinding,
  wildcardRights,
  escalateVerb,
  bindVerb,
  impersonateVerb,
  nodesProxy,
  approveCertificates,
  webhookConfigurations,
  tokenCreation,
  secretsAccess,
  podCreation,
  podExecRole,
  podExecBinding,
  everyoneAccess,
];

import type { Rule } from '../../rule.ts';
import { clusterCapacity } from './cluster-capacity.ts';
import { componentLifeCycle } from './component-life-cycle.ts';
import { dataClassification } from './data-classification.ts';
import { tenantExpired } from './tenant-expired.ts';
import { tenantExposureQuota } from './tenant-exposure-quota.ts';
import { tenantGroup } from './tenant-group.ts';
import { tenantQuota } from './tenant-quota.ts';
import { tenantRepository } from './tenant-repository.ts';

export const tenancyRules: readonly Rule[] = [
  tenantQuota,
  tenantExposureQuota,
  clusterCapacity,
  dataClassification,
  tenantGroup,
  tenantRepository,
  tenantExpired,
  componentLifeCycle,
];

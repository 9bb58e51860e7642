import { isLoose, mappingOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { applicationKinds, applicationSpecOf, syncPolicyOf } from './application.ts';
import { everyTier } from '../../workloads/index.ts';

export const argoRetry = defineRule({
  id: 'argo-retry',
  set: 'recommended',
  title: 'An Application that syncs by itself tries again after a failure.',
  fix: 'Give `syncPolicy.retry` a `limit` and a `backoff`; `limit: -1` never gives up.',
  severity: 'warning',
  tiers: everyTier,
  kinds: applicationKinds,
  check({ ref, decoded }, report) {
    const application = applicationSpecOf(ref, decoded.object);
    if (application === undefined) return;
    const policy = syncPolicyOf(application);
    const { automated } = policy;
    if (!isLoose(automated) || automated['enabled'] === false) return;
    const limit = mappingOf(policy['retry'])['limit'];
    if (isLoose(policy['retry']) && limit !== 0) return;
    report({
      messageId: 'no-retry',
      message:
        'a sync that fails is not tried again for the same commit: what it waited for may come, the Application stays as it is',
      pointer: `${application.pointer}/syncPolicy${isLoose(policy['retry']) ? '/retry' : ''}`,
      allowed: 'retry with a limit other than 0',
    });
  },
});

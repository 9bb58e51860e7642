import { textOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { applicationKinds, applicationSpecOf, isFilledIn, sourcesOf } from './application.ts';

/** `1.2.3`, `v1.2.3-rc.1+build`, an OCI digest. Helm takes anything else for a range, or for the newest. */
const exact = /^(?:v?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?|sha256:[0-9a-f]{64})$/;

export const argoChartVersion = defineRule({
  id: 'argo-chart-version',
  set: 'recommended',
  title: 'A chart of an Application has an exact version.',
  fix: 'Write the exact version of the chart in `targetRevision`.',
  severity: 'warning',
  kinds: applicationKinds,
  check({ ref, decoded }, report) {
    const application = applicationSpecOf(ref, decoded.object);
    if (application === undefined) return;
    for (const { source, pointer } of sourcesOf(application)) {
      const chart = textOf(source['chart']);
      const version = textOf(source['targetRevision']);
      if (chart === undefined || version === undefined || isFilledIn(version) || exact.test(version)) continue;
      report({
        messageId: 'range',
        message: `"${version}" is no exact version of the chart ${chart}: what is deployed changes without a commit`,
        pointer: `${pointer}/targetRevision`,
        seen: version,
        allowed: 'an exact version, 1.2.3',
      });
    }
  },
});

import { mappingOf, textOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { applicationKinds, applicationSpecOf } from './application.ts';

export const argoDestination = defineRule({
  id: 'argo-destination',
  set: 'recommended',
  title: 'An Application names its cluster once: by `server` or by `name`.',
  fix: "Keep one of `destination.server` (the API server's URL) and `destination.name` (the cluster's name in Argo CD).",
  severity: 'error',
  kinds: applicationKinds,
  check({ ref, decoded }, report) {
    const application = applicationSpecOf(ref, decoded.object);
    if (application === undefined) return;
    const destination = mappingOf(application.spec['destination']);
    const server = textOf(destination['server']);
    const name = textOf(destination['name']);
    const pointer = `${application.pointer}/destination`;
    if (server !== undefined && name !== undefined) {
      report({
        messageId: 'both',
        message: `the destination has both the server ${server} and the name ${name}; Argo CD refuses to choose`,
        pointer,
        seen: `server ${server}, name ${name}`,
        allowed: 'one of the two',
      });
    }
    if (server === undefined && name === undefined && !application.isTemplate) {
      report({
        messageId: 'missing',
        message: 'the destination names no cluster, so that Argo CD cannot sync the Application',
        pointer: 'destination' in application.spec ? pointer : application.pointer,
        allowed: '`server` or `name`',
        fix: 'Give `destination.name`, the name of the cluster in Argo CD, or `destination.server`.',
      });
    }
  },
});

import { textOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { applicationKinds, applicationSpecOf } from './application.ts';
import { everyTier } from '../../workloads/index.ts';

export const argoDefaultProject = defineRule({
  id: 'argo-default-project',
  set: 'recommended',
  title: 'No Application belongs to the AppProject `default`, which allows everything everywhere.',
  fix: 'Name a project that lists the repositories, clusters and namespaces that the Application needs.',
  severity: 'warning',
  tiers: everyTier,
  kinds: applicationKinds,
  check({ ref, decoded }, report) {
    const application = applicationSpecOf(ref, decoded.object);
    if (application === undefined) return;
    const { spec, pointer } = application;
    const project = textOf(spec['project']);
    if (project !== undefined && project !== 'default') return;
    report({
      messageId: project === undefined ? 'missing' : 'default',
      message:
        project === undefined
          ? 'no project is named, and Argo CD takes `default`'
          : 'the project `default` limits neither sources nor destinations',
      pointer: project === undefined ? pointer : `${pointer}/project`,
      ...(project === undefined ? {} : { seen: project }),
      allowed: 'an AppProject of your own',
    });
  },
});

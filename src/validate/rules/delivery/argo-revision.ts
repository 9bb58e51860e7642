import { textOf } from '../../../analysis/index.ts';
import type { ObjectView } from '../../view.ts';
import { defineRule } from '../../rule.ts';
import { applicationKinds, applicationSpecOf, isFilledIn, sourcesOf } from './application.ts';
import { everyTier } from '../../workloads/index.ts';

/** A full commit id, or a tag that reads as a version. */
const pinned =
  /^(?:[0-9a-f]{40}|[0-9a-f]{64}|(?:refs\/tags\/.+)|[A-Za-z][\w.-]*\/?v?\d+\.\d+\.\d+.*|v?\d+\.\d+(?:\.\d+)?(?:[-+].*)?|sha256:[0-9a-f]{64})$/;

export const argoRevision = defineRule({
  id: 'argo-revision',
  set: 'recommended',
  title: "In production, what comes from a repository other than the platform's own is pinned to a tag or a commit.",
  fix: 'Write a tag or a commit id in `targetRevision`, and raise it by a pull request.',
  severity: 'warning',
  tiers: everyTier,
  kinds: applicationKinds,
  check(view, report) {
    const application = applicationSpecOf(view.ref, view.decoded.object);
    if (application === undefined || !isProduction(view)) return;
    for (const { source, pointer } of sourcesOf(application)) {
      const repository = textOf(source['repoURL']);
      const revision = textOf(source['targetRevision']);
      if (textOf(source['chart']) !== undefined || repository === undefined || isOwn(repository, view)) continue;
      if (revision !== undefined && (isFilledIn(revision) || pinned.test(revision))) continue;
      report({
        messageId: revision === undefined ? 'missing' : 'floating',
        message:
          revision === undefined
            ? `no revision of ${repository} is named: the newest commit of its default branch is deployed`
            : `"${revision}" of ${repository} is no tag or commit: what is deployed changes without a commit here`,
        pointer: revision === undefined ? pointer : `${pointer}/targetRevision`,
        ...(revision === undefined ? {} : { seen: revision }),
        allowed: 'a tag with a version, or a full commit id',
      });
    }
  },
});

/** An Application lies on a hub and is for the environment of its unit. Plain files without a tier may be for any. */
function isProduction({ target, manifest }: ObjectView): boolean {
  const environment = manifest.file.origin?.unit.environment;
  const tier = target.facts?.fleet.environments.find(({ name }) => name === environment)?.tier ?? target.tier;
  return tier === undefined || tier === 'prod' || tier === 'pre-prod';
}

/** What the platform's own repository holds is rendered for one environment and reviewed: its branch is the pin. */
function isOwn(repository: string, { target }: ObjectView): boolean {
  const { facts } = target;
  return facts?.fleet.clusters.some(({ delivery }) => delivery?.repository === repository) === true;
}

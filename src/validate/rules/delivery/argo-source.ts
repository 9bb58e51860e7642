import { listOf, textOf } from '../../../analysis/index.ts';
import type { Loose } from '../../../analysis/index.ts';
import type { Problem } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import { applicationKinds, applicationSpecOf, sourcesOf } from './application.ts';

export const argoSource = defineRule({
  id: 'argo-source',
  set: 'recommended',
  title: 'Every source of an Application says where it comes from, in one way.',
  fix: 'Give each source a `repoURL` and either a `path` or a `chart` with its `targetRevision`, and settings of one tool.',
  severity: 'error',
  kinds: applicationKinds,
  check({ ref, decoded }, report) {
    const application = applicationSpecOf(ref, decoded.object);
    if (application === undefined || 'sourceHydrator' in application.spec) return;
    const { spec, pointer, isTemplate } = application;
    const sources = sourcesOf(application);
    const isOne = listOf(spec['sources']).length === 0;
    if (sources.length === 0 && !isTemplate) {
      report({
        messageId: 'missing',
        message: 'the Application has no source',
        pointer,
        allowed: '`source` or `sources`',
      });
    }
    if (!isOne && 'source' in spec) {
      report({
        messageId: 'both',
        message: '`source` and `sources` are both given; Argo CD reads `sources` and passes over `source`',
        pointer: `${pointer}/source`,
        allowed: 'one of the two',
        severity: 'warning',
      });
    }
    for (const { source, pointer: at } of sources) {
      const wrong = problemOf(source, isOne, isTemplate);
      if (wrong !== undefined) report({ ...wrong, pointer: at });
    }
  },
});

const tools = ['helm', 'kustomize', 'directory', 'plugin'] as const;

function problemOf(source: Loose, isOne: boolean, isTemplate: boolean): Omit<Problem, 'pointer'> | undefined {
  const [repository, path, chart, reference] = ['repoURL', 'path', 'chart', 'ref'].map((key) => textOf(source[key]));
  const place = path ?? chart ?? (isOne ? undefined : reference);
  if (!isTemplate && repository === undefined)
    return { messageId: 'no-repository', message: 'the source has no `repoURL`' };
  if (!isTemplate && place === undefined) {
    return {
      messageId: 'no-place',
      message: `the source has neither \`path\` nor \`chart\`${isOne ? '' : ' nor `ref`'}`,
      allowed: isOne ? '`path` or `chart`' : '`path`, `chart` or `ref`',
    };
  }
  if (path !== undefined && chart !== undefined) {
    return {
      messageId: 'path-and-chart',
      message: `the source has both the path ${path} and the chart ${chart}; Argo CD passes over the path`,
      allowed: 'one of the two',
    };
  }
  if (chart !== undefined && !isTemplate && textOf(source['targetRevision']) === undefined) {
    return {
      messageId: 'no-version',
      message: `the chart ${chart} has no \`targetRevision\`: Argo CD needs its version`,
    };
  }
  const used = tools.filter((tool) => typeof source[tool] === 'object' && source[tool] !== null);
  return used.length < 2
    ? undefined
    : {
        messageId: 'several-tools',
        message: `the source has settings of several tools: ${used.join(', ')}`,
        allowed: 'one',
      };
}

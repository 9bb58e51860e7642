import type { Declared } from '../kernel/index.ts';
import type { ChartSource } from './declarations.ts';
import type { DeliverySource } from './unit-input.ts';
import type { ValuesFile } from './fleet.ts';
import { findNonJson } from './frozen.ts';
import { checkLength, releaseNameLimit, valuesPath } from './names.ts';
import { quote } from './problems.ts';
import type { Problems } from './problems.ts';

/** A chart as one unit uses it: the source of its Application and, where values are given, their file. */
export interface UsedChart {
  readonly source: Extract<DeliverySource, { readonly type: 'chart' }>;
  readonly values?: ValuesFile;
}

/** Argo CD resolves a range anew at each sync, so that one commit could mean two things. */
export function checkChart(what: string, chart: ChartSource, declared: Declared, problems: Problems): boolean {
  const nonJson = findNonJson(chart);
  if (nonJson !== undefined) {
    problems.add(
      'not-json',
      declared,
      `The chart of ${what} holds ${nonJson.seen} at ${quote(nonJson.pointer)}, which is not JSON.`,
      'Use strings, finite numbers, booleans, null, lists and plain objects only.',
    );
    return false;
  }
  for (const field of ['repository', 'chart', 'version'] as const) {
    if (typeof chart[field] === 'string' && chart[field] !== '') continue;
    problems.add(
      'chart-incomplete',
      declared,
      `The chart of ${what} has no \`${field}\`.`,
      'A chart is `{ repository, chart, version, values? }`.',
    );
    return false;
  }
  if (/^v?\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$/.test(chart.version)) return true;
  problems.add(
    'chart-version-not-exact',
    declared,
    `The chart ${quote(chart.chart)} of ${what} has version ${quote(chart.version)}.`,
    'Give one exact version such as `1.19.1`; ranges and tags are refused, because what they mean changes without a commit.',
  );
  return false;
}

export function useChart(
  chart: ChartSource,
  unit: { readonly id: string; readonly name: string },
  declared: Declared,
  problems: Problems,
): UsedChart {
  const { values, releaseName, repository, chart: name, version } = chart;
  // Argo CD would take the Application's name, whose dots many charts put into names of objects.
  const release = releaseName ?? unit.name;
  checkLength(problems, 'Helm release', release, releaseNameLimit, [declared]);
  const source = { repository, chart: name, version, releaseName: release };
  if (values === undefined || Object.keys(values).length === 0) return { source: { type: 'chart', chart: source } };
  const path = valuesPath(unit.id);
  return {
    source: { type: 'chart', chart: source, valuesFile: path },
    values: { path, unit: unit.id, values },
  };
}

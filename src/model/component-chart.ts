import { checkChart, useChart } from './charts.ts';
import type { UsedChart } from './charts.ts';
import type { ChartSource } from './declarations.ts';
import type { KnownComponent } from './known.ts';
import { quote, thrownHint, thrownText } from './problems.ts';
import type { Problems } from './problems.ts';
import type { ComponentInput } from './unit-input.ts';

/** The chart of a component on one cluster, undefined where it has none; a component has a chart or objects of its own. */
export function chartOf(component: KnownComponent, input: ComponentInput, problems: Problems): UsedChart | undefined {
  const { noun, declaration } = component;
  const what = `component ${quote(noun.name)}`;
  const location = declaration.at('/charts');
  let charts: unknown;
  try {
    charts = declaration.value.charts?.(input) ?? [];
  } catch (thrown) {
    problems.addOnCluster(
      'charts-threw',
      location,
      input.cluster.name,
      (on) => `\`charts\` of ${what} threw ${on}: ${thrownText(thrown)}`,
      thrownHint(thrown, 'It sees the input of one unit, and must return a list of charts.'),
    );
    return undefined;
  }
  const list = Array.isArray(charts) ? (charts as readonly ChartSource[]) : undefined;
  if (list === undefined || list.length > 1) {
    problems.addOnCluster(
      'charts-invalid',
      location,
      input.cluster.name,
      (on) => `\`charts\` of ${what} gives ${list === undefined ? 'no list' : `${list.length} charts`} ${on}.`,
      'Return a list of at most one chart; make the second chart a component of its own.',
    );
    return undefined;
  }
  const [chart] = list;
  if (chart !== undefined) {
    return checkChart(what, chart, location, problems)
      ? useChart(chart, input.unit, declaration.declared, problems)
      : undefined;
  }
  if (declaration.value.build === undefined) {
    problems.addOnCluster(
      'component-empty',
      declaration.declared,
      input.cluster.name,
      (on) => `Component ${quote(noun.name)} has neither \`build\` nor a chart ${on}.`,
      'Give it a `build`, let `charts` return a chart, or take it off the cluster.',
    );
  }
  return undefined;
}

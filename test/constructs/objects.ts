import { ApiObject, App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';

export type Json = Readonly<Record<string, unknown>>;

/** Builds inside a chart of namespace `shop` and gives back every object in the tree, in the order of the tree. */
export function objectsOf(build: (scope: Construct) => void): readonly Json[] {
  const chart = new Chart(new App({ outdir: 'never-written' }), 'unit', {
    namespace: 'shop',
    disableResourceNameHashes: true,
  });
  build(chart);
  return chart.node
    .findAll()
    .filter((node) => ApiObject.isApiObject(node))
    .map((node) => node.toJson() as Json);
}

/** The only object. */
export function objectOf(build: (scope: Construct) => void): Json {
  const [only, ...more] = objectsOf(build);
  if (only === undefined || more.length > 0) throw new Error(`${more.length + 1} objects instead of one`);
  return only;
}

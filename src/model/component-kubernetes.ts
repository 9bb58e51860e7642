import type { KnownCluster, KnownComponent } from './known.ts';
import { quote } from './problems.ts';
import type { Problems } from './problems.ts';

/** A component runs on the versions of Kubernetes that it says. */
export function checkKubernetes(component: KnownComponent, cluster: KnownCluster, problems: Problems): void {
  const { from, to } = component.noun.kubernetes ?? {};
  const version = minorOf(cluster.noun.kubernetes);
  if ((from === undefined || version >= minorOf(from)) && (to === undefined || version <= minorOf(to))) return;
  const range = from === undefined ? `up to ${to ?? ''}` : to === undefined ? `from ${from}` : `${from} to ${to}`;
  problems.addOnCluster(
    'component-incompatible',
    component.declaration.at('/kubernetes'),
    cluster.noun.name,
    (on) =>
      `Component ${quote(component.noun.name)} runs on Kubernetes ${range}, and there is ${cluster.noun.kubernetes} ${on}.`,
    'Move to a version of it that runs there and correct `kubernetes`, or take it off the cluster with `components.exclude`.',
  );
}

/** `1.36` -> 36. The form of a version is checked where it is declared. */
function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}

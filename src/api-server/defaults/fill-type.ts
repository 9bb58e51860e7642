import { fieldFact, objectType } from '../../schema/index.ts';
import type { FieldType } from '../../schema/index.ts';
import { ofAutoscaling } from './autoscaling.ts';
import { ofBatch } from './batch.ts';
import { ofCluster } from './cluster.ts';
import { ofContainers } from './containers.ts';
import { ofCore } from './core.ts';
import { isMembers } from './members.ts';
import type { Members } from './members.ts';
import { ofNetwork } from './network.ts';
import { ofPods } from './pods.ts';
import { ofWorkloads } from './workloads.ts';

/** What the server puts into an object of a type, before it looks at what is inside. */
export type FillType = (value: Members, minor: number) => void;

const byType = new Map<string, FillType>(
  [ofCore, ofPods, ofContainers, ofWorkloads, ofBatch, ofNetwork, ofAutoscaling, ofCluster].flatMap((types) =>
    Object.entries(types),
  ),
);

/** Fills the server's defaults in, in place: from outside in, as it does. */
export function fillDefaults(value: Members, type: string, minor: number): void {
  byType.get(type)?.(value, minor);
  for (const [name, field] of objectType(type, minor)) {
    const { marked, form } = fieldFact(type, name);
    const given: unknown = marked === undefined ? undefined : JSON.parse(marked);
    // An empty text that is no pointer is as good as none.
    const isGiven = given !== undefined && (form === 'p' || form === 'P' || (given !== '' && given !== 0));
    if (isGiven && value[name] === undefined) value[name] = given;
    fillValue(value[name], field, minor);
  }
}

function fillValue(value: unknown, field: FieldType, minor: number): void {
  if (field.form === 'object' && isMembers(value)) fillDefaults(value, field.type, minor);
  else if (field.form === 'list' && Array.isArray(value)) {
    for (const item of value) fillValue(item, field.items, minor);
  } else if (field.form === 'map' && isMembers(value)) {
    for (const item of Object.values(value)) fillValue(item, field.values, minor);
  }
}

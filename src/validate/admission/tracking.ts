import type { SetObject } from '../../analysis/index.ts';
import type { UnitRef } from '../../kernel/index.ts';

const annotation = 'argocd.argoproj.io/tracking-id';

/** An object as Argo CD sends it: it writes down which Application the object is of. */
export function sentByArgo({ object, ref, unit }: SetObject): Readonly<Record<string, unknown>> {
  if (unit === undefined) return object;
  const id = `${applicationOf(unit)}:${ref.group}/${ref.kind}:${ref.namespace ?? ''}/${ref.name}`;
  const metadata = recordOf(object['metadata']);
  return {
    ...object,
    metadata: { ...metadata, annotations: { ...recordOf(metadata['annotations']), [annotation]: id } },
  };
}

function applicationOf({ kind, environment, cluster, owner, name }: UnitRef): string {
  if (kind === 'root') return name;
  return kind === 'delivery' ? `${environment}.${owner}.${name}` : `${cluster}.${owner}.${name}`;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

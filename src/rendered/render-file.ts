import { parseApiVersion } from '../kernel/index.ts';
import type { JsonObject, ObjectRef, UnitRef } from '../kernel/index.ts';
import { emitYaml } from '../yaml/index.ts';
import type { YamlMapping } from '../yaml/index.ts';
import { unitFilePath, valuesFilePath } from './dist-path.ts';
import { fileName } from './file-name.ts';
import { sha256, withHeader } from './header.ts';
import type { HeaderSource } from './header.ts';
import type { RenderedFile, RenderedObject } from './rendered-set.ts';

/** A rendered file whose text is still in memory. */
export type RenderedText = RenderedFile & { readonly text: string };

export interface ObjectToRender {
  readonly unit: Pick<UnitRef, 'id'>;
  /** The unit's own namespace: objects in it are named without one. */
  readonly namespace?: string;
  readonly object: RenderedObject;
  readonly declared: HeaderSource;
}

/** Name, header and canonical YAML of one object. */
export function renderFile({ unit, namespace, object, declared }: ObjectToRender): RenderedText {
  const path = unitFilePath(unit.id, fileName(object.ref, namespace));
  const file = textFile(path, unit.id, object.value, declared);
  return { ...file, object: object.ref, provenance: object.provenance };
}

/** Header and canonical YAML of a chart's values: `dist/.values/<unit id>.yaml`. */
export function renderValues(unit: string, values: JsonObject, declared: HeaderSource): RenderedText {
  return textFile(valuesFilePath(unit), unit, values, declared);
}

function textFile(path: string, unit: string, value: JsonObject, declared: HeaderSource): RenderedText {
  const text = withHeader(emitYaml(value), declared);
  return { path, unit, sha256: sha256(text), size: Buffer.byteLength(text), text };
}

/** Identity of an object from its own fields; undefined when it has no kind, apiVersion or name. */
export function refOf(value: YamlMapping): ObjectRef | undefined {
  const { apiVersion, kind, metadata } = value;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || typeof metadata !== 'object') return undefined;
  if (metadata === null || !('name' in metadata) || typeof metadata.name !== 'string') return undefined;
  const namespace = 'namespace' in metadata ? metadata.namespace : undefined;
  return {
    ...parseApiVersion(apiVersion),
    kind,
    ...(typeof namespace === 'string' ? { namespace } : {}),
    name: metadata.name,
  };
}

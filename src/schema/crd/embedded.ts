import { child, formatField, index, key, pointerTo } from '../../kernel/index.ts';
import type { FieldError, FieldPath } from '../../kernel/index.ts';
import { dns1035Label } from '../../formats/index.ts';
import { decode } from '../decode/decode.ts';
import { memberSchema } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { hasMember, isMembers } from './members.ts';
import type { Members } from './members.ts';

/** The metadata of an object inside an object, decoded: its labels, names and so on are checked as those of any object. */
export interface EmbeddedMetadata {
  /** Of `metadata`. */
  readonly at: FieldPath;
  readonly metadata: Members;
}

interface EmbeddedResources {
  readonly errors: readonly FieldError[];
  readonly metadata: readonly EmbeddedMetadata[];
}

interface Visit {
  readonly minor: number;
  readonly errors: FieldError[];
  readonly metadata: EmbeddedMetadata[];
}

/** Objects that a schema calls embedded resources: `apiVersion` and `kind` have to be there, and `metadata` is decoded strictly. */
export function embeddedResources(
  value: unknown,
  schema: JsonSchema | undefined,
  minor: number,
  at?: FieldPath,
): EmbeddedResources {
  const visit: Visit = { minor, errors: [], metadata: [] };
  visitValue(visit, value, schema, at);
  return visit;
}

function visitValue(visit: Visit, value: unknown, schema: JsonSchema | undefined, at: FieldPath | undefined): void {
  if (schema === undefined) return;
  if (Array.isArray(value)) {
    if (schema.items === undefined) return;
    for (const [part, item] of value.entries()) visitValue(visit, item, schema.items, index(at, part));
  } else if (isMembers(value)) {
    if (schema['x-kubernetes-embedded-resource'] === true) visitResource(visit, value, at);
    for (const name of Object.keys(value)) {
      const named = schema.properties !== undefined && hasMember(schema.properties, name);
      visitValue(visit, value[name], memberSchema(schema, name), named ? child(at, name) : key(at, name));
    }
  }
}

function visitResource(visit: Visit, resource: Members, at: FieldPath | undefined): void {
  const { apiVersion, kind, metadata } = resource;
  checkText(visit, apiVersion, child(at, 'apiVersion'), (text) =>
    text.split('/').length > 2 ? 'must be <group>/<version>' : undefined,
  );
  checkText(visit, kind, child(at, 'kind'), (text) => dns1035Label(text.toLowerCase()));
  if (metadata === undefined) return;
  const place = child(at, 'metadata');
  if (metadata === null) visit.metadata.push({ at: place, metadata: {} });
  else {
    const decoded = decode(metadata, 'meta.v1.ObjectMeta', visit.minor, place);
    visit.errors.push(...decoded.errors);
    visit.metadata.push({ at: place, metadata: decoded.object as Members });
  }
}

function checkText(visit: Visit, value: unknown, at: FieldPath, problemOf: (text: string) => string | undefined): void {
  const error = (type: 'required' | 'invalid', detail: string): void => {
    const place = { field: formatField(at), pointer: pointerTo(at) };
    visit.errors.push({ type, ...place, detail, ...(value === undefined ? {} : { value }) });
  };
  if (value === undefined) error('required', 'must be set');
  else if (typeof value !== 'string') error('invalid', 'must be a string');
  else if (value === '') error('invalid', 'may not be empty');
  else {
    const problem = problemOf(value);
    if (problem !== undefined) error('invalid', problem);
  }
}

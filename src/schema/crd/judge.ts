import { child, formatField, pointerTo } from '../../kernel/index.ts';
import type { FieldError, FieldPath } from '../../kernel/index.ts';
import { decode } from '../decode/decode.ts';
import { nearestNames } from '../nearest.ts';
import { fillDefaults } from './defaults.ts';
import { embeddedResources } from './embedded.ts';
import type { EmbeddedMetadata } from './embedded.ts';
import type { CustomResourceSchema } from './json-schema.ts';
import { repeatedItems } from './list-types.ts';
import { deepCopy, hasMember } from './members.ts';
import type { Members } from './members.ts';
import { pruned } from './prune.ts';
import type { ReportUnknown } from './prune.ts';
import { schemaErrors } from './ratchet.ts';
import { ruleErrors } from './rules.ts';
import type { UncheckedRule } from './run-rule.ts';
import { scaleErrors } from './scale.ts';

export interface CustomResourceVerdict {
  /** As the server sees it: pruned, its defaults filled in. The input is not touched. */
  readonly object: Members;
  /** But for those of its metadata, which any object has. */
  readonly errors: readonly FieldError[];
  /** Metadata of objects inside the object, to be checked as any object's. */
  readonly metadata: readonly EmbeddedMetadata[];
  /** Rules of the definition that were not run, and why. */
  readonly notChecked: readonly UncheckedRule[];
}

/** A custom resource as an API server takes it apart on create, or on update when there is an `old` one. Never throws. */
export function judgeCustomResource(
  object: Members,
  resource: CustomResourceSchema,
  minor: number,
  old?: Members,
): CustomResourceVerdict {
  const errors: FieldError[] = [];
  const { schema } = resource;
  const decoded = decodeResource(object, resource, minor, errors);
  const before = old === undefined ? undefined : decodeResource(old, resource, minor, []);
  if (resource.status) takeStatus(decoded, before);
  const embedded = embeddedResources(decoded, schema, minor);
  errors.push(
    ...embedded.errors,
    ...(schema === undefined ? [] : schemaErrors(decoded, schema, before, minor)),
    ...scaleErrors(decoded, resource.scale),
  );
  if (before === undefined || repeatedItems(before, schema).length === 0)
    errors.push(...repeatedItems(decoded, schema));
  const rules = ruleErrors(decoded, before, resource, minor, errors);
  return {
    object: decoded,
    errors: [...errors, ...rules.errors],
    metadata: embedded.metadata,
    notChecked: rules.notChecked,
  };
}

function decodeResource(object: Members, resource: CustomResourceSchema, minor: number, errors: FieldError[]): Members {
  const report: ReportUnknown = (at, name, known) => errors.push(unknownField(at, name, known));
  const decoded = resource.preserveUnknownFields
    ? (deepCopy(object) as Members)
    : pruned(object, resource.schema, report);
  if (hasMember(object, 'metadata')) {
    const metadata = decode(object['metadata'] ?? {}, 'meta.v1.ObjectMeta', minor, child(undefined, 'metadata'));
    errors.push(...metadata.errors);
    decoded['metadata'] = deepCopy(metadata.object);
  }
  fillDefaults(decoded, resource.schema);
  return decoded;
}

/** Where status is a subresource, creating and updating leave it alone. */
function takeStatus(object: Members, old: Members | undefined): void {
  if (old !== undefined && hasMember(old, 'status')) object['status'] = old['status'];
  else delete object['status'];
}

function unknownField(at: FieldPath | undefined, name: string, known: readonly string[]): FieldError {
  const place = child(at, name);
  const allowed = nearestNames(name, known);
  const hint = allowed.length === 0 ? '' : `, did you mean ${allowed.join(' or ')}?`;
  return {
    type: 'unknown-field',
    field: formatField(place),
    pointer: pointerTo(place),
    detail: `is not a field that the definition knows here${hint}`,
    ...(allowed.length === 0 ? {} : { allowed }),
  };
}

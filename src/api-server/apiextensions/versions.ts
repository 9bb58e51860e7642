import type { CustomResourceDefinitionVersion } from '../../schema/types/apiextensions-v1.ts';
import { plainNumbers } from '../../schema/index.ts';
import { dns1035Label } from '../../formats/index.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, formatField, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { isEqual } from './is-equal.ts';
import { checkText } from '../text-field.ts';
import { validateStored } from './stored-versions.ts';
import { validateColumns } from './columns.ts';
import { underName } from './renamed.ts';
import { validateSchema } from './schema.ts';
import { validateSelectableFields } from './selectable-fields.ts';
import { validateSubresources } from './subresources.ts';

type Version = CustomResourceDefinitionVersion;
/** What the server moves from the versions to the spec when all of them have the same. */
type Shared = 'schema' | 'subresources' | 'additionalPrinterColumns' | 'selectableFields';

/** Every version needs a schema, or all its fields would be dropped. */
export function checkOpenApiSchemas(check: Check, versions: readonly Version[], at: FieldPath): void {
  for (const [position, { schema }] of versions.entries()) {
    if (schema?.openAPIV3Schema === undefined) required(check, child(index(at, position), 'schema', 'openAPIV3Schema'));
  }
}

/** `spec`: the definition's, not the versions'. */
export function validateVersions(check: Check, versions: readonly Version[], spec: FieldPath): void {
  const at = child(spec, 'versions');
  for (const [position, version] of versions.entries()) validateVersion(check, version, index(at, position));
  if (new Set(versions.map(({ name }) => name)).size < versions.length) {
    invalid(check, at, undefined, 'may not have the same version twice');
  }
  if (versions.filter(({ storage }) => storage === true).length !== 1) {
    invalid(check, at, undefined, 'must have exactly one version with storage: true');
  }
  validateStored(check, versions);
  const [first] = versions;
  // The server has a field for the first version's name, too.
  if (first !== undefined && dns1035Label(first.name ?? '') !== undefined && (first.name ?? '') !== '') {
    underName(check, child(index(at, 0), 'name'), 'spec.version', (renamed) =>
      checkText(renamed, child(index(at, 0), 'name'), first.name ?? '', dns1035Label),
    );
  }
  for (const part of ['schema', 'subresources', 'additionalPrinterColumns', 'selectableFields'] as const) {
    validatePart(check, versions, part, spec);
  }
}

function validateVersion(check: Check, { name = '', deprecated, deprecationWarning }: Version, at: FieldPath): void {
  checkText(check, child(at, 'name'), name, dns1035Label);
  if (deprecationWarning === undefined) return;
  const warning = child(at, 'deprecationWarning');
  const wrong = (detail: string): void => invalid(check, warning, deprecationWarning, detail);
  if (deprecated !== true) wrong('is for deprecated versions alone');
  else {
    if (Buffer.byteLength(deprecationWarning) > 256) wrong('may not be longer than 256 bytes');
    if (deprecationWarning === '') wrong('may not be empty');
    if (/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(deprecationWarning)) wrong('may hold printable characters alone');
  }
}

/** Once, under the name that the server gives it, when all versions have the same; else in each version. */
function validatePart(check: Check, versions: readonly Version[], part: Shared, spec: FieldPath): void {
  const at = child(spec, 'versions');
  const [first] = versions;
  if (first === undefined) return;
  const isShared = isSame(versions, part);
  // Where only one of the two moves, the server does not find the schema.
  const lost = part === 'selectableFields' && isShared !== isSame(versions, 'schema');
  const name = `${formatField(spec)}.${part === 'schema' ? 'validation' : part}`;
  for (const [position, version] of (isShared ? [first] : versions).entries()) {
    const place = child(index(at, position), part);
    const hasStatus = (isShared ? versions : [version]).some(({ subresources }) => subresources?.status !== undefined);
    const given = lost ? { ...version, schema: {} } : version;
    const run = (own: Check): void => validateOne(own, given, part, hasStatus, place);
    if (isShared) underName(check, place, name, run);
    else run(check);
  }
}

function isSame(versions: readonly Version[], part: Shared): boolean {
  return versions.every((version) => isEqual(version[part], versions[0]?.[part]));
}

function validateOne(check: Check, version: Version, part: Shared, hasStatus: boolean, at: FieldPath): void {
  const { schema, subresources, additionalPrinterColumns = [], selectableFields = [] } = version;
  const root = schema?.openAPIV3Schema;
  if (part === 'schema' && root !== undefined)
    validateSchema(check, plainNumbers(root), hasStatus, child(at, 'openAPIV3Schema'));
  if (part === 'subresources') validateSubresources(check, subresources, at);
  if (part === 'additionalPrinterColumns') validateColumns(check, additionalPrinterColumns, at);
  if (part === 'selectableFields') validateSelectableFields(check, selectableFields, root, at);
}

import { checkDeclaration, type DeclaredKind } from '../declare/index.ts';
import { UserError, type Declared, type Location } from '../kernel/index.ts';
import type { Declaration } from '../model/types.ts';
import type { Place } from './place.ts';

/** A value that somebody declared, and how to find its fields in the file. */
export interface Found {
  readonly kind: DeclaredKind;
  readonly value: unknown;
  readonly module: string;
  readonly export: string;
  readonly place: Place;
  /** Of the whole declaration. */
  readonly location: Location;
  /** Of a field: of its value, or of its key; the nearest parent where it is not written. */
  locate(pointer: string, atKey: boolean): Location;
}

/** Of any kind: `kind` says what `value` is. */
export interface CheckedDeclaration extends Declaration<unknown> {
  readonly kind: DeclaredKind;
}

function text(value: unknown, key: string): string | undefined {
  const found: unknown =
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof found === 'string' ? found : undefined;
}

function symbolOf(kind: DeclaredKind, value: unknown, place: Place): string {
  const name = text(value, 'name') ?? '?';
  switch (kind) {
    case 'tenant':
      return name;
    case 'app':
      return `${text(value, 'tenant') ?? '?'}/${name}`;
    case 'baseline':
    case 'policy':
      return kind;
    case 'rule':
    case 'admission-rule':
      return `${kind}/${text(value, 'id') ?? '?'}`;
    case 'waiver':
      return `waiver/${text(value, 'rule') ?? '?'}`;
    case 'release':
      return `release/${place.environment ?? ''}`;
    case 'images':
      return `images/${place.environment ?? ''}/${place.name ?? ''}`;
    default:
      return `${kind}/${name}`;
  }
}

interface Expectation {
  readonly field: string;
  readonly expected: string | undefined;
}

/** Path and content say the same: otherwise nobody finds a declaration, and ownership by path means nothing. */
function expectations(kind: DeclaredKind, place: Place): readonly Expectation[] {
  if (kind === 'app') return [{ field: 'tenant', expected: place.name }];
  if (kind === 'cluster') {
    return [
      { field: 'name', expected: place.name },
      { field: 'environment', expected: place.environment },
    ];
  }
  if (kind === 'release') return [{ field: 'environment', expected: place.environment }];
  return kind === 'images' || kind === 'baseline' ? [] : [{ field: 'name', expected: place.name }];
}

function fill(kind: DeclaredKind, value: unknown, place: Place): unknown {
  if (kind !== 'app' || typeof value !== 'object' || value === null || 'tenant' in value) return value;
  return { ...value, tenant: place.name };
}

/** An app in a tenant's `apps` may name its tenant, but no other one. */
function foreignApps(tenant: unknown, found: Found): readonly UserError[] {
  const apps = typeof tenant === 'object' && tenant !== null && 'apps' in tenant ? tenant.apps : [];
  if (!Array.isArray(apps)) return [];
  const name = text(tenant, 'name');
  return apps.flatMap((app: unknown, index) => {
    const seen = text(app, 'tenant');
    if (seen === undefined || seen === name) return [];
    const location = found.locate(`/apps/${index}/tenant`, false);
    const message = `the app's \`tenant\` is "${seen}", but it stands in \`${name ?? ''}\``;
    return [new UserError({ code: 'name-differs-from-path', message, hint: 'Leave `tenant` out here.', location })];
  });
}

/** Checks one value. Its errors stand at the field, as far as that is written in the file. */
export function checkFound(found: Found): CheckedDeclaration | readonly UserError[] {
  const { kind, module, place } = found;
  const value = fill(kind, found.value, place);
  const checked = checkDeclaration(kind, value);
  if ('problems' in checked) {
    return checked.problems.map(
      ({ code, pointer, message, hint, atKey }) =>
        new UserError({ code, message, hint, location: found.locate(pointer, atKey ?? false) }),
    );
  }
  const errors = expectations(kind, place).flatMap(({ field, expected }) => {
    const seen = text(checked.value, field);
    if (expected === undefined || seen === expected) return [];
    const message = `\`${field}\` is ${JSON.stringify(seen)}, but the path says \`${expected}\``;
    const hint = `Write \`${expected}\`, or move the declaration to the path of \`${seen ?? ''}\`.`;
    return [
      new UserError({ code: 'name-differs-from-path', message, hint, location: found.locate(`/${field}`, false) }),
    ];
  });
  if (kind === 'tenant') errors.push(...foreignApps(checked.value, found));
  if (errors.length > 0) return errors;
  const symbol = symbolOf(kind, checked.value, place);
  const at = (pointer: string): Declared => ({ ...found.locate(pointer, false), symbol });
  return { kind, value: checked.value, declared: { ...found.location, symbol }, module, export: found.export, at };
}

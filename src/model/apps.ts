import type { JsonObject } from '../kernel/index.ts';
import type { AppDeclaration, AppKindDeclaration, Declaration, Declarations } from './declarations.ts';
import { appName, kindOf } from './app-kinds.ts';
import { checkJson } from './json-fields.ts';
import type { AppKinds } from './known.ts';
import { labelLimit, reservedNames } from './names.ts';
import type { Placement } from './placement.ts';
import { quote, suggest } from './problems.ts';
import type { Problems } from './problems.ts';
import { isOrgUnit } from './tenants.ts';
import type { TenantWithChain } from './tenants.ts';
import { indexByName } from './unique.ts';

/** An app with its tenant and kind known, and its environments resolved. */
export interface AppEntry {
  readonly name: string;
  readonly declaration: Declaration<AppDeclaration>;
  readonly tenant: TenantWithChain;
  /** Image origin only. */
  readonly kind?: Declaration<AppKindDeclaration>;
  /** In order of name, with what the environment lays over `spec` and where that stands. */
  readonly environments: readonly AppEnvironment[];
}

export interface AppEnvironment {
  readonly name: string;
  readonly spec: JsonObject;
  readonly pointer?: string;
}

/** Apps of known tenants, by tenant and name. */
export function resolveApps(
  declarations: Declarations,
  tenants: ReadonlyMap<string, TenantWithChain>,
  placements: ReadonlyMap<string, readonly Placement[]>,
  kinds: AppKinds,
  problems: Problems,
): readonly AppEntry[] {
  const found: AppEntry[] = [];
  for (const declaration of indexByName('App', declarations.apps, fullName, problems).values()) {
    const tenant = tenantOf(declaration, tenants, problems);
    checkAppName(declaration, problems);
    const kind = kindOf(declaration, kinds, problems);
    const free = (['spec', 'extensions', 'environments'] as const).every((field) =>
      checkJson(declaration, `/${field}`, declaration.value[field], problems),
    );
    if (tenant === undefined || !free) continue;
    const placed = (placements.get(tenant.name) ?? []).map(({ entry }) => entry.name);
    found.push({
      name: declaration.value.name,
      declaration,
      tenant,
      ...(kind === undefined ? {} : { kind }),
      environments: environmentsOf(declaration, tenant.name, placed, problems),
    });
  }
  return found;
}

function fullName(value: AppDeclaration): string {
  return `${value.tenant ?? ''}/${value.name}`;
}

function tenantOf(
  declaration: Declaration<AppDeclaration>,
  tenants: ReadonlyMap<string, TenantWithChain>,
  problems: Problems,
): TenantWithChain | undefined {
  const name = declaration.value.tenant ?? '';
  const tenant = tenants.get(name);
  if (tenant !== undefined && !isOrgUnit(tenant.declaration)) return tenant;
  const known = [...tenants.values()].filter((entry) => !isOrgUnit(entry.declaration)).map((entry) => entry.name);
  // An app inside an organisation unit is told there, as a field that it may not have.
  if (tenant !== undefined && tenant.declaration.value.apps?.some((app) => app.name === declaration.value.name))
    return undefined;
  problems.unknown(
    'unknown-tenant',
    declaration.at('/tenant'),
    `App ${quote(declaration.value.name)} belongs to tenant ${quote(name)}, which is ${tenant === undefined ? 'not declared' : 'an organisation unit'}.`,
    name,
    known,
    'A tenant is declared in `tenants/<name>.ts`.',
  );
  return undefined;
}

function checkAppName(declaration: Declaration<AppDeclaration>, problems: Problems): void {
  const name = declaration.value.name;
  if (reservedNames.includes(name)) {
    problems.add(
      'reserved-name',
      declaration.at('/name'),
      `An app may not be called ${quote(name)}.`,
      `${reservedNames.map(quote).join(', ')} are names of Keelson's own units.`,
    );
  }
  if (name.length > labelLimit) {
    problems.add(
      'name-too-long',
      declaration.at('/name'),
      `App ${quote(name)} has ${name.length} characters, ${labelLimit} are allowed.`,
      'Shorten it: labels and services bear the name.',
    );
  }
}

function environmentsOf(
  declaration: Declaration<AppDeclaration>,
  tenant: string,
  placed: readonly string[],
  problems: Problems,
): readonly AppEnvironment[] {
  const listed = declaration.value.environments;
  if (listed === undefined) return placed.map((name) => ({ name, spec: {} }));
  const found = new Map<string, AppEnvironment>();
  for (const [index, entry] of listed.entries()) {
    const item = typeof entry === 'string' ? { name: entry } : entry;
    const location = declaration.at(`/environments/${index}`);
    if (found.has(item.name)) {
      problems.add(
        'duplicate-environment',
        location,
        `App ${appName(declaration)} names environment ${quote(item.name)} twice.`,
        'Remove one of the two.',
      );
    } else if (placed.includes(item.name)) {
      found.set(item.name, { name: item.name, spec: item.spec ?? {}, pointer: `/environments/${index}/spec` });
    } else {
      problems.add(
        'environment-not-allowed',
        location,
        `App ${appName(declaration)} names environment ${quote(item.name)}, in which tenant ${quote(tenant)} is not placed.`,
        `${suggest(item.name, placed)}Add it to the tenant's \`environments\`, or leave it out.`,
      );
    }
  }
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

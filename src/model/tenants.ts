import type { Declaration, Declarations, TenantDeclaration } from './declarations.ts';
import type { Components, Clusters } from './known.ts';
import { checkJson } from './json-fields.ts';
import { reservedNames } from './names.ts';
import { sortedUnique } from './order.ts';
import { quote } from './problems.ts';
import type { Problems } from './problems.ts';
import { indexByName } from './unique.ts';

export type TenantEntry = Declaration<TenantDeclaration>;

/** A tenant or organisation unit with the organisation units above it, nearest first. */
export interface TenantWithChain {
  readonly name: string;
  readonly declaration: TenantEntry;
  readonly chain: readonly TenantEntry[];
  /** Some organisation unit of the chain could not be found, so that what is missing may be there. */
  readonly broken: boolean;
}

/** At most this many organisation units above a tenant. */
const maxDepth = 4;
/** Derived names need room: `<tenant>-<environment>` is a namespace of at most 63 characters. */
const maxNameLength = 40;

export function resolveTenants(
  declarations: Declarations,
  components: Components,
  clusters: Clusters,
  problems: Problems,
): ReadonlyMap<string, TenantWithChain> {
  const byName = indexByName('Tenant', declarations.tenants, (value) => value.name, problems);
  const taken = new Set(
    [...components.values()]
      .map((component) => component.noun.namespace)
      .concat([...clusters.values()].flatMap((cluster) => cluster.noun.delivery?.namespace ?? [])),
  );
  const found = new Map<string, TenantWithChain>();
  for (const [name, declaration] of byName) {
    checkJson(declaration, '/extensions', declaration.value.extensions, problems);
    checkName(declaration, taken, problems);
    checkOrgUnit(declaration, problems);
    found.set(name, { name, declaration, ...chainOf(declaration, byName, problems) });
  }
  return found;
}

export function isOrgUnit(declaration: TenantEntry): boolean {
  return declaration.value.type === 'org-unit';
}

function checkName(declaration: TenantEntry, namespaces: ReadonlySet<string>, problems: Problems): void {
  const name = declaration.value.name;
  const reserved = [...reservedNames, 'default', 'argocd'];
  if (reserved.includes(name) || name.startsWith('kube-') || namespaces.has(name)) {
    problems.add(
      'reserved-name',
      declaration.at('/name'),
      `A tenant may not be called ${quote(name)}.`,
      `Taken are ${sortedUnique(reserved).map(quote).join(', ')}, all that starts with \`kube-\`, and the namespaces of components and of Argo CD.`,
    );
  }
  if (name.length > maxNameLength) {
    problems.add(
      'name-too-long',
      declaration.at('/name'),
      `Tenant ${quote(name)} has ${name.length} characters, ${maxNameLength} are allowed.`,
      'Shorten it: namespaces, projects and groups derive from the name.',
    );
  }
}

function checkOrgUnit(declaration: TenantEntry, problems: Problems): void {
  if (!isOrgUnit(declaration)) return;
  for (const field of [
    'apps',
    'access',
    'domains',
    'repositories',
    'placement',
    'network',
    'podSecurity',
    'limits',
  ] as const) {
    if (declaration.value[field] === undefined) continue;
    problems.add(
      'org-unit-field',
      declaration.at(`/${field}`),
      `Organisation unit ${quote(declaration.value.name)} has \`${field}\`, but nothing of an organisation unit is placed on a cluster.`,
      'Move the field to the tenants below it. They inherit owner, contacts, cost centre, data classification, criticality, environments, labels and quota class.',
    );
  }
}

/** Nearest first; stops at what is wrong. `root` (or no parent) is the top. */
function chainOf(
  declaration: TenantEntry,
  tenants: ReadonlyMap<string, TenantEntry>,
  problems: Problems,
): Pick<TenantWithChain, 'chain' | 'broken'> {
  const chain: TenantEntry[] = [];
  const name = declaration.value.name;
  let current = declaration;
  for (;;) {
    const parent = current.value.parent;
    if (parent === undefined || parent === 'root') return { chain, broken: false };
    const above = tenants.get(parent);
    if (above === undefined || !isOrgUnit(above)) {
      // Reported where it stands, not once for everything below it.
      if (current === declaration) reportParent(declaration, parent, above, tenants, problems);
      return { chain, broken: true };
    }
    const start = [declaration, ...chain].indexOf(above);
    if (start >= 0) {
      if (start === 0) reportCycle(declaration, chain, problems);
      return { chain, broken: true };
    }
    chain.push(above);
    if (chain.length > maxDepth) {
      problems.add(
        'parent-too-deep',
        declaration.at('/parent'),
        `Tenant ${quote(name)} has more than ${maxDepth} organisation units above it: ${chain.map((unit) => quote(unit.value.name)).join(', ')}.`,
        `Give it a parent nearer to the root: ${maxDepth} levels are allowed.`,
      );
      return { chain: chain.slice(0, maxDepth), broken: true };
    }
    current = above;
  }
}

function reportParent(
  declaration: TenantEntry,
  parent: string,
  above: TenantEntry | undefined,
  tenants: ReadonlyMap<string, TenantEntry>,
  problems: Problems,
): void {
  const units = [...tenants.values()].filter(isOrgUnit).map((unit) => unit.value.name);
  problems.unknown(
    above === undefined ? 'unknown-parent' : 'parent-not-org-unit',
    declaration.at('/parent'),
    `Parent ${quote(parent)} of tenant ${quote(declaration.value.name)} is ${above === undefined ? 'not declared' : `a tenant of type ${quote(above.value.type ?? 'application')}`}.`,
    parent,
    [...units, 'root'],
    'A parent is a tenant of type `org-unit`, or `root`.',
  );
}

function reportCycle(declaration: TenantEntry, chain: readonly TenantEntry[], problems: Problems): void {
  const names = [declaration, ...chain].map((unit) => unit.value.name);
  // Each member of the circle finds it; the first by name tells.
  if (names.some((name) => name < declaration.value.name)) return;
  problems.add(
    'parent-cycle',
    declaration.at('/parent'),
    `Organisation units are each other's parents: ${[...names, declaration.value.name].map(quote).join(' below ')}.`,
    'Give one of them the parent `root`.',
  );
}

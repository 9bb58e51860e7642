import type { Declarations } from './declarations.ts';
import type { Baseline, Environments } from './known.ts';
import { sortDeclarations } from './order.ts';
import { isDnsLabel, labelLimit } from './names.ts';
import { quote, thrownHint, thrownText, where } from './problems.ts';
import type { Problems } from './problems.ts';

/** The one baseline; none is an error only where a tenant is declared. */
export function resolveBaseline(declarations: Declarations, environments: Environments, problems: Problems): Baseline {
  const [first, ...others] = sortDeclarations(declarations.baselines, () => '');
  for (const other of others) {
    if (first === undefined) break;
    problems.add(
      'second-baseline',
      other.declared,
      `The baseline of tenants is declared twice; the other one is ${where(first.declared)}.`,
      'Every tenant gets the same baseline: keep one, and let it look at its input.',
    );
  }
  const tenant = sortDeclarations(declarations.tenants, (value) => value.name).find(
    (candidate) => candidate.value.type !== 'org-unit',
  );
  if (first === undefined && tenant !== undefined) {
    problems.add(
      'baseline-missing',
      tenant.declared,
      `Tenant ${quote(tenant.value.name)} is declared, but nothing says what a tenant gets.`,
      'Declare a baseline in `platform/baseline.ts` with `defineBaseline`.',
    );
  }
  for (const { noun, declaration } of environments.values()) {
    const name = noun.quotaClass;
    if (first === undefined || name === undefined || first.value.quotaClasses?.[name] !== undefined) continue;
    problems.unknown(
      'unknown-quota-class',
      declaration.at('/defaults/quotaClass'),
      `Environment ${quote(noun.name)} gives tenants quota class ${quote(name)}, which the baseline does not have.`,
      name,
      Object.keys(first.value.quotaClasses ?? {}),
      `Quota classes are declared in ${where(first.declared)}.`,
    );
  }
  return first;
}

/**
 * The namespaces of a tenant in an environment, the one of its apps first: the baseline's own rule or `<tenant>-<environment>`.
 * What is no name of a namespace is reported and left out.
 */
export function tenantNamespaces(
  baseline: NonNullable<Baseline>,
  tenant: { readonly name: string; readonly declared: Parameters<typeof where>[0] },
  environment: string,
  problems: Problems,
): readonly string[] {
  const value = baseline.value;
  const derived = `${tenant.name}-${environment}`;
  let names: unknown;
  try {
    names = value.namespaces === undefined ? [derived] : value.namespaces({ tenant: tenant.name, environment });
  } catch (thrown) {
    problems.addOnce(
      'namespaces-threw',
      baseline.at('/namespaces'),
      `\`namespaces\` of the baseline threw for tenant ${quote(tenant.name)} in environment ${quote(environment)}: ${thrownText(thrown)}`,
      thrownHint(thrown, 'It sees the names of a tenant and an environment, and must return a list of namespaces.'),
    );
    return [];
  }
  const isList = Array.isArray(names) && names.length > 0 && names.every((name) => typeof name === 'string');
  if (!isList || new Set(names as readonly string[]).size !== (names as readonly string[]).length) {
    problems.addOnce(
      'namespaces-invalid',
      baseline.at('/namespaces'),
      `\`namespaces\` of the baseline gives ${JSON.stringify(names)} for tenant ${quote(tenant.name)} in environment ${quote(environment)}.`,
      "Return at least one namespace, each once; the first is where the tenant's apps live.",
    );
    return [];
  }
  return (names as readonly string[]).filter((name) => {
    if (isDnsLabel(name)) return true;
    problems.add(
      name.length > labelLimit ? 'name-too-long' : 'namespaces-invalid',
      tenant.declared,
      `Namespace ${quote(name)} of tenant ${quote(tenant.name)} in environment ${quote(environment)} has ${name.length} characters${name.length > labelLimit ? '' : ' and is no DNS label'}; it is made by ${where(tenant.declared)} and ${value.namespaces === undefined ? `the name of environment ${quote(environment)}` : where(baseline.at('/namespaces'))}.`,
      `A namespace has at most ${labelLimit} lower-case letters, digits and dashes, with no dash at either end.`,
    );
    return false;
  });
}

import type { Declarations } from './declarations.ts';
import type { AppEntry } from './apps.ts';
import { escapePointer } from './frozen.ts';
import type { Environments } from './known.ts';
import { groupBy, sortDeclarations } from './order.ts';
import { quote, where } from './problems.ts';
import type { Problems } from './problems.ts';
import type { TenantWithChain } from './tenants.ts';

/** The image that an environment sets for an app, undefined where it sets none. */
export interface Images {
  of(environment: string, tenant: string, app: string): string | undefined;
}

/** `environments/<env>/images/<tenant>.yaml`: every entry names an app of image origin that is placed in the environment. */
export function resolveImages(
  declarations: Declarations,
  environments: Environments,
  tenants: ReadonlyMap<string, TenantWithChain>,
  apps: readonly AppEntry[],
  problems: Problems,
): Images {
  const found = new Map<string, string>();
  const byTenant = groupBy(apps, (entry) => entry.tenant.name);
  for (const declaration of sortDeclarations(declarations.images, (value) => `${value.environment}/${value.tenant}`)) {
    const { environment, tenant, images } = declaration.value;
    if (!environments.has(environment)) {
      problems.unknown(
        'unknown-environment',
        declaration.declared,
        `Images are set for environment ${quote(environment)}, which is not declared.`,
        environment,
        environments.keys(),
        'The file belongs into the folder of an environment.',
      );
      continue;
    }
    if (!tenants.has(tenant)) {
      problems.unknown(
        'unknown-tenant',
        declaration.declared,
        `Images are set for tenant ${quote(tenant)}, which is not declared.`,
        tenant,
        tenants.keys(),
        'The file is named after a tenant.',
      );
      continue;
    }
    const own = byTenant.get(tenant) ?? [];
    for (const [app, image] of Object.entries(images)) {
      const location = declaration.at(`/images/${escapePointer(app)}`);
      const entry = own.find((candidate) => candidate.name === app);
      if (entry === undefined) {
        problems.unknown(
          'unknown-app',
          location,
          `An image is set for app ${quote(`${tenant}/${app}`)}, which is not declared.`,
          app,
          own.map((candidate) => candidate.name),
          `Apps are declared by ${quote(tenant)}, in its \`apps\` or with \`defineApp\`.`,
        );
      } else if (!('image' in entry.declaration.value.origin)) {
        problems.add(
          'image-not-used',
          location,
          `An image is set for app ${quote(`${tenant}/${app}`)}, whose origin is no image: ${where(entry.declaration.declared)}.`,
          'Remove the entry; what a chart or a repository runs is set in its values or files.',
        );
      } else if (entry.environments.every((placed) => placed.name !== environment)) {
        problems.add(
          'image-not-used',
          location,
          `An image is set for app ${quote(`${tenant}/${app}`)} in environment ${quote(environment)}, in which the app is not placed.`,
          `It is placed in ${entry.environments.map((placed) => quote(placed.name)).join(', ') || 'none'}: remove the entry, or place it.`,
        );
      } else found.set(`${environment}/${tenant}/${app}`, image);
    }
  }
  return { of: (environment, tenant, app) => found.get(`${environment}/${tenant}/${app}`) };
}

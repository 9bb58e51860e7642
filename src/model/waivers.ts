import type { Declaration, Declarations, WaiverDeclaration } from './declarations.ts';
import type { Waiver } from './fleet-policy.ts';
import { sortDeclarations } from './order.ts';
import type { PolicyContext } from './policy.ts';
import { quote } from './problems.ts';
import type { Problems } from './problems.ts';

/** In order of rule and place. What a scope names must be there: a waiver for what was renamed would silently stop to hold. */
export function resolveWaivers(
  declarations: Declarations,
  context: PolicyContext,
  problems: Problems,
): readonly Waiver[] {
  const units = new Set(context.units.map(({ ref }) => `${ref.owner}/${ref.name}`));
  return sortDeclarations(declarations.waivers, ({ rule }) => rule).map((declaration) => {
    checkScope(declaration, { ...context, unitNames: units }, problems);
    return Object.assign({ declared: declaration.declared }, declaration.value);
  });
}

type Context = PolicyContext & { readonly unitNames: ReadonlySet<string> };

function checkScope(declaration: Declaration<WaiverDeclaration>, context: Context, problems: Problems): void {
  const { value } = declaration;
  const { environments, clusters, tenants, components, unitNames } = context;
  const known = {
    environment: [...environments.keys()],
    cluster: [...clusters.keys()],
    tenant: [...tenants.keys()],
    component: [...components.keys()],
    unit: [...unitNames],
  };
  for (const [part, names] of Object.entries(known)) {
    const name = value.scope[part as keyof typeof known];
    if (name === undefined || names.includes(name)) continue;
    problems.unknown(
      `unknown-${part}`,
      declaration.at(`/scope/${part}`),
      `A waiver of rule ${quote(value.rule)} is for ${part} ${quote(name)}, which there is none of.`,
      name,
      names,
      'Correct the name, or remove the waiver with what it was for.',
    );
  }
}

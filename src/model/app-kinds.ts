import type { AppDeclaration, AppKindDeclaration, Declaration } from './declarations.ts';
import { checkChart } from './charts.ts';
import type { AppKinds } from './known.ts';
import { quote, suggest } from './problems.ts';
import type { Problems } from './problems.ts';

/** The app by the name that people use: `payments/checkout`. */
export function appName(declaration: Declaration<AppDeclaration>): string {
  return quote(`${declaration.value.tenant ?? '?'}/${declaration.value.name}`);
}

/** The kind of an app of image origin; the other origins have none. */
export function kindOf(
  declaration: Declaration<AppDeclaration>,
  kinds: AppKinds,
  problems: Problems,
): Declaration<AppKindDeclaration> | undefined {
  const { kind, origin } = declaration.value;
  if (!('image' in origin)) {
    if (kind !== undefined || declaration.value.spec !== undefined) {
      const field = kind === undefined ? 'spec' : 'kind';
      problems.add(
        'app-kind-refused',
        declaration.at(`/${field}`),
        `App ${appName(declaration)} has \`${field}\`, but it comes from a ${'chart' in origin ? 'chart' : 'git repository'}.`,
        'A kind and its spec make objects of an image; remove the field, or give the app an `origin` with an `image`.',
      );
    }
    if ('chart' in origin)
      checkChart(`app ${appName(declaration)}`, origin.chart, declaration.at('/origin/chart'), problems);
    return undefined;
  }
  const found = kind === undefined ? undefined : kinds.get(kind);
  if (found !== undefined) return found;
  if (kind === undefined) {
    problems.add(
      'app-kind-missing',
      declaration.declared,
      `App ${appName(declaration)} runs an image, but has no \`kind\`.`,
      `${suggest('', kinds.keys())}A kind is declared in \`platform/apps/<kind>.ts\`.`,
    );
  } else {
    problems.unknown(
      'unknown-app-kind',
      declaration.at('/kind'),
      `App ${appName(declaration)} is of kind ${quote(kind)}, which is not declared.`,
      kind,
      kinds.keys(),
      'A kind is declared in `platform/apps/<kind>.ts`.',
    );
  }
  return undefined;
}

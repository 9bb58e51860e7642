import { isBuiltin } from 'node:module';
import { posix } from 'node:path';

/** Who imports what, in words that need no file system. Paths are repo-relative with `/`. */
export interface ImportQuestion {
  readonly importer: string;
  readonly specifier: string;
  /** `keelson.allowImports` of package.json. */
  readonly allowed: readonly string[];
}

export type ImportVerdict =
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'engine'; readonly specifier: string }
  | { readonly type: 'package' }
  | { readonly type: 'refused'; readonly message: string; readonly hint: string };

const engineNames = /^(?:keelson|constructs|cdk8s(?:-[a-z0-9-]+)?)(?:\/|$)/;
const closedFolders = /^(?:dist|node_modules|\.[^/]*)(?:\/|$)/;

export function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function tenantOf(path: string): string | undefined {
  return /^tenants\/([^/.]+)/.exec(path)?.[1];
}

function refuse(specifier: string, why: string, allowed: string): ImportVerdict {
  return { type: 'refused', message: `the import of \`${specifier}\` is refused: ${why}`, hint: allowed };
}

const allowedForTenants = (tenant: string): string =>
  `Allowed in a tenant's file: \`keelson\`, and relative files below \`tenants/${tenant}/\`.`;

function allowedElsewhere(allowed: readonly string[]): string {
  const packages = allowed.length === 0 ? '' : `, ${allowed.map((name) => `\`${name}\``).join(', ')}`;
  return `Allowed: relative files of this repository, \`keelson\`, \`cdk8s\`, \`cdk8s-plus-28\`, \`constructs\`${packages}. More packages: list them in package.json under \`keelson.allowImports\`.`;
}

/** May this file import that? A tenant's file is data that may be read at another commit, so it sees its own folder alone. */
export function judgeImport({ importer, specifier, allowed }: ImportQuestion): ImportVerdict {
  const tenant = tenantOf(importer);
  const hint = tenant === undefined ? allowedElsewhere(allowed) : allowedForTenants(tenant);
  if (specifier.startsWith('.')) {
    const path = posix.normalize(posix.join(posix.dirname(importer), specifier));
    if (path.startsWith('../')) return refuse(specifier, 'it lies outside the repository', hint);
    if (closedFolders.test(path)) return refuse(specifier, 'nothing is imported from this folder', hint);
    if (tenant !== undefined && !path.startsWith(`tenants/${tenant}/`)) {
      return refuse(specifier, `it lies outside \`tenants/${tenant}/\``, hint);
    }
    if (tenant === undefined && path.startsWith('tenants/')) {
      return refuse(specifier, 'tenants name kinds of app, the platform knows no tenant', hint);
    }
    return { type: 'file', path };
  }
  if (specifier.startsWith('/') || /^[A-Za-z][A-Za-z0-9+.-]+:/.test(specifier) || isBuiltin(specifier)) {
    const what = isBuiltin(specifier)
      ? 'a declaration may not depend on the machine that renders it'
      : 'only relative files and packages can be imported';
    return refuse(specifier, what, hint);
  }
  if (specifier === 'zod')
    return refuse(specifier, 'two copies of zod do not know each other', "Write `import { z } from 'keelson'`.");
  if (tenant !== undefined) {
    return specifier === 'keelson' ? { type: 'engine', specifier } : refuse(specifier, 'a tenant is data', hint);
  }
  if (engineNames.test(specifier)) return { type: 'engine', specifier };
  if (allowed.includes(packageName(specifier))) return { type: 'package' };
  return refuse(specifier, 'it is not on the list of packages', hint);
}

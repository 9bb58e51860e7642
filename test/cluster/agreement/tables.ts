import { builtInKind, builtInKinds, objectType, type FieldType } from '../../../src/schema/tables.ts';
import { mergeReleases } from '../../../tools/kubernetes-tables/merge.ts';
import { readDocuments, type Document } from '../../../tools/kubernetes-tables/open-api.ts';
import type { ApiServer } from './api-server.ts';
import type { Proved } from './proved.ts';
import { inParallel } from './verdict.ts';

/** Facts that agree, and a line for each that does not. */
interface Agreement {
  passed: number;
  readonly failed: string[];
}

/** The tables of built-in kinds say what the server's own OpenAPI documents say: kinds, scopes, types, fields, list keys. */
export async function prove(server: ApiServer): Promise<Proved> {
  const read = mergeReleases([readDocuments(server.minor, await documents(server))]);
  const agreement: Agreement = { passed: 0, failed: [] };
  for (const [id, [span]] of read.kinds) check(agreement, id, span?.fact, kindFact(id, server.minor));
  for (const [table, types] of read.types) {
    for (const [name, fields] of types) {
      const facts = new Map([...fields].map(([field, [span]]) => [field, span?.fact]));
      checkType(agreement, `${table}.${name}`, facts, server.minor);
    }
  }
  const unserved = builtInKinds(server.minor).filter((id) => !read.kinds.has(id));
  const stable = unserved.filter((id) => /(^|\/)v\d+\//.test(id));
  agreement.failed.push(...stable.map((id) => `${id}: in the tables, not served`));
  const optional = unserved.filter((id) => !stable.includes(id));
  return {
    name: 'tables',
    passed: agreement.passed,
    failed: agreement.failed,
    notes: [
      `${read.kinds.size} kinds and ${[...read.types.values()].reduce((sum, types) => sum + types.size, 0)} types are served`,
      `${optional.length} alpha and beta kinds of the tables are not switched on here: ${optional.join(', ')}`,
    ],
  };
}

function checkType(
  into: Agreement,
  type: string,
  served: ReadonlyMap<string, string | undefined>,
  minor: number,
): void {
  const known = tabled(type, minor);
  if (known === undefined) {
    into.failed.push(`${type}: served, not in the tables`);
    return;
  }
  for (const field of new Set([...served.keys(), ...known.keys()])) {
    const found = known.get(field);
    check(into, `${type} ${field}`, served.get(field), found && notation(found));
  }
}

function check(into: Agreement, what: string, served: string | undefined, tables: string | undefined): void {
  if (served === tables) into.passed += 1;
  else into.failed.push(`${what}: served as ${served ?? 'nothing'}, in the tables ${tables ?? 'nothing'}`);
}

function kindFact(id: string, minor: number): string | undefined {
  const at = id.lastIndexOf('/');
  const kind = builtInKind(id.slice(0, at), id.slice(at + 1), minor);
  return kind && `${kind.type} ${kind.namespaced ? 'namespaced' : 'cluster'}`;
}

function tabled(type: string, minor: number): ReadonlyMap<string, FieldType> | undefined {
  try {
    return objectType(type, minor);
  } catch {
    return undefined;
  }
}

/** As the tables write it. */
function notation(type: FieldType): string {
  if (type.form === 'primitive') return type.primitive;
  if (type.form === 'object') return type.type;
  if (type.form === 'map') return `map[string]${notation(type.values)}`;
  return `[]${notation(type.items)}${type.keys === undefined ? '' : `{${type.keys.join(',')}}`}`;
}

/** Of the server's own API groups: not of those that custom resource definitions or other servers bring. */
async function documents(server: ApiServer): Promise<readonly Document[]> {
  const definitions = await items(server, '/apis/apiextensions.k8s.io/v1/customresourcedefinitions');
  const services = await items(server, '/apis/apiregistration.k8s.io/v1/apiservices');
  const foreign = new Set(
    [...definitions, ...services.filter(({ spec }) => spec.service !== undefined)].map(({ spec }) => spec.group),
  );
  const paths = (await get(server, '/openapi/v3')) as {
    readonly paths: Readonly<Record<string, { readonly serverRelativeURL: string }>>;
  };
  const own = Object.entries(paths.paths).filter(([path]) => !foreign.has(path.split('/')[1] ?? ''));
  return inParallel(own, async ([, { serverRelativeURL }]) => (await get(server, serverRelativeURL)) as Document);
}

interface GroupOwner {
  readonly spec: { readonly group: string; readonly service?: unknown };
}

async function items(server: ApiServer, path: string): Promise<readonly GroupOwner[]> {
  return ((await get(server, path)) as { readonly items: readonly GroupOwner[] }).items;
}

async function get(server: ApiServer, path: string): Promise<unknown> {
  const { status, text, body } = await server.ask('GET', path);
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${text.slice(0, 200)}`);
  return body;
}

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tables } from './merge.ts';

const primitives: Readonly<Record<string, string>> = {
  string: 'string',
  boolean: 'boolean',
  int32: 'number',
  int64: 'number | bigint',
  double: 'number',
  bytes: 'string',
  Quantity: 'string | number',
  IntOrString: 'number | string',
  Time: 'string',
  MicroTime: 'string',
  FieldsV1: 'unknown',
  RawExtension: 'unknown',
  JSON: 'unknown',
  JSONSchemaPropsOrBool: 'boolean | JSONSchemaProps',
  JSONSchemaPropsOrArray: 'JSONSchemaProps | readonly JSONSchemaProps[]',
  JSONSchemaPropsOrStringArray: 'JSONSchemaProps | readonly string[]',
};

/** Packages that are not stable and whose kinds have validations all the same. */
const unstable: ReadonlySet<string> = new Set(['certificates.v1beta1']);

/** The packages that validations are written for: stable ones (the others are their older and younger selves), and what they refer to. */
function writtenTables(tables: Tables): ReadonlySet<string> {
  const written = new Set<string>();
  const waiting = [...tables.types.keys()].filter((table) => /\.v\d+$/.test(table) || unstable.has(table));
  for (let table = waiting.pop(); table !== undefined; table = waiting.pop()) {
    if (written.has(table)) continue;
    written.add(table);
    for (const fields of tables.types.get(table)?.values() ?? []) {
      for (const { fact } of [...fields.values()].flat()) {
        const other = /([a-z0-9]+\.v[0-9a-z]+)\.\w+/.exec(fact)?.[1];
        if (other !== undefined) waiting.push(other);
      }
    }
  }
  return written;
}

/** One TypeScript module per package: every field that any version of the tables has, as its newest version types it. */
export function writeTypes(folder: string, tables: Tables): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const written = writtenTables(tables);
  for (const [table, types] of tables.types) {
    if (!written.has(table)) continue;
    const imports = new Map<string, Set<string>>();
    const body = [...types]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, fields]) => {
        const lines = [...fields]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([field, spans]) => {
            const type = typeScript(spans.at(-1)?.fact ?? 'JSON', table, imports);
            return `  readonly ${/^[A-Za-z_$][\w$]*$/.test(field) ? field : JSON.stringify(field)}?: ${type};`;
          });
        return lines.length === 0
          ? `export type ${name} = object;`
          : `export interface ${name} {\n${lines.join('\n')}\n}`;
      });
    const head = [...imports]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([other, names]) => {
        const all = [...names].toSorted().map((name) => `${name} as ${alias(other, name)}`);
        return `import type { ${all.join(', ')} } from './${other.replace('.', '-')}.ts';`;
      });
    const said = '// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.';
    writeFileSync(join(folder, `${table.replace('.', '-')}.ts`), `${[said, ...head, ...body].join('\n\n')}\n`);
  }
}

function typeScript(type: string, table: string, imports: Map<string, Set<string>>): string {
  if (type.startsWith('[]')) {
    const item = typeScript(type.slice(2).replace(/\{[^}]*\}$/, ''), table, imports);
    return `readonly ${/[ |]/.test(item) ? `(${item})` : item}[]`;
  }
  if (type.startsWith('map[string]')) {
    return `{ readonly [key: string]: ${typeScript(type.slice('map[string]'.length), table, imports)} }`;
  }
  const primitive = primitives[type];
  if (primitive !== undefined) return primitive;
  const at = type.lastIndexOf('.');
  const [other, name] = [type.slice(0, at), type.slice(at + 1)];
  if (other === table) return name;
  const names = imports.get(other) ?? new Set();
  imports.set(other, names.add(name));
  return alias(other, name);
}

/** Two packages may have a type of one name: an imported one carries its package. */
function alias(table: string, name: string): string {
  return `${table
    .split('.')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}${name}`;
}

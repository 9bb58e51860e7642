import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How Go writes a field of its types: `p` a pointer, left out when it is nil; `P` a pointer, null then; `v` a value, left out when it is
 * empty and no struct; `V` a value, always there; `z` a struct that is left out when it is empty.
 */
type Form = 'p' | 'P' | 'v' | 'V' | 'z';

/** A form, or with what the type's own comments say the server puts there, as JSON. */
type Fact = Form | readonly [Form, string];

type Forms = Readonly<Record<string, Readonly<Record<string, Fact>>>>;

interface Struct {
  readonly fields: Map<string, Fact>;
  /** Names of structs whose fields are its own. */
  readonly inlined: string[];
}

/** Reads the types of the modules `k8s.io/api`, `k8s.io/apimachinery`..., by `<package>.<Type>` as the tables name them. */
export function readForms(folders: readonly string[]): Forms {
  const packages = new Map<string, Map<string, Struct>>();
  for (const folder of folders) {
    for (const [name, at] of packagesIn(folder)) {
      packages.set(name, new Map([...(packages.get(name) ?? []), ...readPackage(at)]));
    }
  }
  const forms: Record<string, Record<string, Fact>> = {};
  for (const [name, structs] of packages) {
    for (const type of structs.keys()) {
      const fields = [...flatten(structs, type)].filter(([, form]) => form !== 'v');
      if (fields.length > 0)
        forms[`${name}.${type}`] = Object.fromEntries(fields.toSorted(([one], [other]) => (one < other ? -1 : 1)));
    }
  }
  return forms;
}

/** Of the types that the tables have. */
export function writeForms(folder: string, forms: Forms, types: ReadonlySet<string>): void {
  const lines = Object.entries(forms)
    .filter(([type]) => types.has(type) && !type.endsWith('List'))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([type, fields]) => `  ${JSON.stringify(type)}: ${JSON.stringify(fields)}`);
  writeFileSync(join(folder, 'forms.json'), `{\n${lines.join(',\n')}\n}\n`);
}

/** `core/v1` is `core.v1`; of other modules `pkg/apis/meta/v1` is `meta.v1`. */
function packagesIn(folder: string): readonly (readonly [string, string])[] {
  const base = existsSync(join(folder, 'pkg/apis')) ? join(folder, 'pkg/apis') : folder;
  return readdirSync(base).flatMap((group) => {
    const versions = readdirSync(base, { withFileTypes: true }).some(
      (entry) => entry.name === group && entry.isDirectory(),
    )
      ? readdirSync(join(base, group)).filter((version) => /^v\d/.test(version))
      : [];
    return versions.map((version) => [`${group}.${version}`, join(base, group, version)] as const);
  });
}

function readPackage(folder: string): Map<string, Struct> {
  const structs = new Map<string, Struct>();
  for (const file of readdirSync(folder).filter(
    (name) => /types.*\.go$/.test(name) && !/_test|zz_gen|swagger/.test(name),
  )) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, name = '', body = ''] of text.matchAll(/^type (\w+) struct \{\n(.*?)^\}/gms)) {
      structs.set(name, readStruct(body));
    }
  }
  return structs;
}

function readStruct(body: string): Struct {
  const struct: Struct = { fields: new Map(), inlined: [] };
  let given: string | undefined;
  for (const line of body.split('\n')) {
    const comment = /^\s+\/\/(?:\s*\+default=(.*))?/.exec(line);
    if (comment !== null) {
      if (comment[1] !== undefined && !comment[1].startsWith('ref(')) given = comment[1];
      continue;
    }
    const [, , type = '', tag = ''] = /^\s+(?:(\w+)\s+)?(\S+)\s+`(.*)`/.exec(line) ?? [];
    const [name = '', ...options] = (/json:"([^"]*)"/.exec(tag)?.[1] ?? '-').split(',');
    const marked = given;
    given = undefined;
    if (name === '-') continue;
    if (name === '') struct.inlined.push(type.replace(/^.*\./, ''));
    else {
      const form = formOf(type, options);
      struct.fields.set(name, marked === undefined ? form : [form, marked]);
    }
  }
  return struct;
}

function formOf(type: string, options: readonly string[]): Form {
  if (type.startsWith('*')) return options.includes('omitempty') ? 'p' : 'P';
  if (options.includes('omitzero')) return 'z';
  return options.includes('omitempty') ? 'v' : 'V';
}

function* flatten(structs: ReadonlyMap<string, Struct>, type: string): Generator<readonly [string, Fact]> {
  const struct = structs.get(type);
  if (struct === undefined) return;
  for (const inlined of struct.inlined) yield* flatten(structs, inlined);
  yield* struct.fields;
}

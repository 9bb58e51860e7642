import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const fileName = 'zz_generated.prerelease-lifecycle.go';

/** One text per kind, `<deprecated> <removed> <apiVersion>/<kind to use instead>`, each `-` where nothing is said. */
export type Lifecycle = ReadonlyMap<string, string>;

/** What the Go modules of the APIs say of each version of a kind that is not stable: `apps/v1beta1/Deployment`. The last one holds. */
export function readLifecycle(modules: readonly string[]): Lifecycle {
  const all = new Map<string, string>();
  for (const module of modules) {
    const files = readdirSync(module, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith(`/${fileName}`)).toSorted()) {
      readFile(all, join(module, file));
    }
  }
  return all;
}

export function writeLifecycle(folder: string, lifecycle: Lifecycle): void {
  const lines = [...lifecycle]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, text]) => `${JSON.stringify(id)}: ${JSON.stringify(text)}`);
  writeFileSync(join(folder, 'lifecycle.json'), `{\n${lines.join(',\n')}\n}\n`);
}

function readFile(all: Map<string, string>, path: string): void {
  const folder = dirname(path);
  const group = groupOf(folder);
  const apiVersion = `${group === '' ? '' : `${group}/`}${folder.split('/').at(-1)}`;
  const text = readFileSync(path, 'utf8');
  const facts = new Map<string, { deprecated?: string; removed?: string; replacement?: string }>();
  const method = /^func \(in \*(\w+)\) APILifecycle(\w+)\(\)[^{]*\{\s*return ([^\n]*)\n/gm;
  for (const [, kind = '', what = '', value = ''] of text.matchAll(method)) {
    const known = facts.get(kind) ?? {};
    facts.set(kind, known);
    if (what === 'Deprecated') known.deprecated = minorOf(value);
    if (what === 'Removed') known.removed = minorOf(value);
    if (what === 'Replacement') known.replacement = kindOf(value);
  }
  for (const [kind, { deprecated = '-', removed = '-', replacement = '-' }] of facts) {
    const fact = `${deprecated} ${removed} ${replacement}`;
    if (!kind.endsWith('List') && fact !== '- - -') all.set(`${apiVersion}/${kind}`, fact);
  }
}

function groupOf(folder: string): string {
  for (const file of [join(folder, 'register.go'), join(dirname(folder), 'register.go')]) {
    const text = readIfThere(file);
    const found = /GroupName\s*=\s*"([^"]*)"/.exec(text ?? '');
    if (found !== null) return found[1] ?? '';
  }
  throw new Error(`${folder} names no API group`);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** `1, 25` */
function minorOf(value: string): string {
  return value.split(',')[1]?.trim() ?? '-';
}

/** `schema.GroupVersionKind{Group: "batch", Version: "v1", Kind: "CronJob"}` */
function kindOf(value: string): string {
  const part = (name: string): string => new RegExp(`${name}: "([^"]*)"`).exec(value)?.[1] ?? '';
  const group = part('Group');
  // One of them names the list of a kind by mistake.
  return `${group === '' ? '' : `${group}/`}${part('Version')}/${part('Kind').replace(/List$/, '')}`;
}

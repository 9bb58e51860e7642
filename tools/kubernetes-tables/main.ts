/**
 * Makes `src/schema/tables` and `src/schema/types` from the OpenAPI v3 documents inside the Go module `k8s.io/kubernetes`,
 * one release per minor version. Needs Go and its module proxy. A new release: add it here, run `npm run kubernetes-tables`.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readForms, writeForms } from './forms.ts';
import { readLifecycle, writeLifecycle } from './lifecycle.ts';
import { mergeReleases } from './merge.ts';
import { readRelease } from './open-api.ts';
import type { Release } from './open-api.ts';
import { writeTables } from './write-tables.ts';
import { writeTypes } from './write-types.ts';

const aggregated = 'apiregistration.k8s.io';

const releases = [
  '1.25.16',
  '1.26.15',
  '1.27.16',
  '1.28.15',
  '1.29.14',
  '1.30.14',
  '1.31.14',
  '1.32.13',
  '1.33.13',
  '1.34.4',
  '1.35.4',
  '1.36.3',
  '1.37.0',
];

/** Where the life cycle of APIs is read from: types that are gone stand in older releases alone. */
const lifecycleModules = [
  'api@v0.22.17',
  'api@v0.25.16',
  'api@v0.29.14',
  'api@v0.33.13',
  'api@v0.37.0',
  'apiextensions-apiserver@v0.37.0',
  'kube-aggregator@v0.37.0',
];

/** Where it is read how Go writes the fields of its types: the last one that has a type holds. */
const formModules = [
  'api@v0.29.14',
  'api@v0.33.13',
  'api@v0.34.4',
  'api@v0.37.0',
  'apimachinery@v0.36.3',
  'apiextensions-apiserver@v0.37.0',
  'kube-aggregator@v0.37.0',
];

const read = releases.map((release) => readRelease(Number(release.split('.')[1]), download(`kubernetes@v${release}`)));
const tables = mergeReleases(withAggregator(read));
const oldest = read[0]?.minor ?? 0;
const newest = read.at(-1)?.minor ?? 0;
const schema = new URL('../../src/schema/', import.meta.url);
writeTables(fileURLToPath(new URL('tables', schema)), tables, oldest, newest);
writeLifecycle(fileURLToPath(new URL('tables', schema)), readLifecycle(lifecycleModules.map(download)));
const types = new Set(
  [...tables.types].flatMap(([name, inside]) => [...inside.keys()].map((type) => `${name}.${type}`)),
);
writeForms(fileURLToPath(new URL('tables', schema)), readForms(formModules.map(download)), types);
writeTypes(fileURLToPath(new URL('types', schema)), tables);
console.log(
  `${tables.kinds.size} kinds, ${[...tables.types.values()].reduce((sum, types) => sum + types.size, 0)} types`,
);

function download(module: string): string {
  const answer = execFileSync('go', ['mod', 'download', '-json', `k8s.io/${module}`], {
    encoding: 'utf8',
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { ...process.env, GOFLAGS: '-mod=mod' },
  });
  return (JSON.parse(answer) as { readonly Dir: string }).Dir;
}

/** Before 1.27 the documents leave out the aggregator's API group, which was served then as it is now. */
function withAggregator(all: readonly Release[]): readonly Release[] {
  const first = all.find(hasAggregator);
  if (first === undefined) return all;
  const schemas = [...first.schemas].filter(([name]) => name.includes('.apiregistration.'));
  const kinds = first.kinds.filter((kind) => kind.group === aggregated);
  return all.map((release) =>
    hasAggregator(release)
      ? release
      : { ...release, schemas: new Map([...release.schemas, ...schemas]), kinds: [...release.kinds, ...kinds] },
  );
}

function hasAggregator(release: Release): boolean {
  return release.kinds.some((kind) => kind.group === aggregated);
}

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeFiles } from '#src/io/index.ts';
import type { JsonObject, JsonValue } from '#src/kernel/index.ts';
import { openStage, readRendered, refOf, renderFile, renderValues, stageChanged } from '#src/rendered/index.ts';
import type { RenderedFile, RenderedText } from '#src/rendered/index.ts';
import { noRepository, put, temporaryFolder, write } from './fixtures/world.ts';

const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,6}[a-z0-9])?$/);
const json: fc.Arbitrary<JsonObject> = fc
  .dictionary(fc.string(), fc.jsonValue({ noUnicodeString: false }), { maxKeys: 4 })
  .map((value): JsonObject => JSON.parse(JSON.stringify(value).replaceAll('-0', '0')) as JsonObject);

interface Made {
  readonly unit: string;
  readonly namespace: string;
  readonly objects: readonly JsonObject[];
  readonly values: JsonObject | undefined;
}

const made: fc.Arbitrary<Made> = fc.record({
  unit: fc.tuple(label, label, label, label).map((parts) => parts.join('/')),
  namespace: label,
  objects: fc.array(
    fc
      .record({
        type: fc.constantFrom(
          ['v1', 'ConfigMap'],
          ['apps/v1', 'Deployment'],
          ['argoproj.io/v1alpha1', 'Application'],
          ['v1', 'Namespace'],
        ),
        name: fc.oneof(label, fc.constant('system:a')),
        namespace: fc.option(label, { nil: undefined }),
        data: json,
      })
      .map(({ type, name, namespace, data }): JsonObject => ({
        apiVersion: type[0] ?? '',
        kind: type[1] ?? '',
        metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
        data,
      })),
    { minLength: 1, maxLength: 5 },
  ),
  values: fc.option(json, { nil: undefined }),
});

function renderMade({ unit, namespace, objects, values }: Made): Map<string, [RenderedText, JsonValue]> {
  const declared = { file: 'tenants/payments.ts', symbol: unit };
  const files = new Map<string, [RenderedText, JsonValue]>();
  for (const value of objects) {
    const ref = refOf(value)!;
    const file = renderFile({
      unit: { id: unit },
      namespace,
      object: { ref, value, provenance: { constructPath: 'x' } },
      declared,
    });
    files.set(file.path, [file, value]);
  }
  if (values !== undefined) {
    const file = renderValues(unit, values, declared);
    files.set(file.path, [file, values]);
  }
  return files;
}

function withoutProvenance({ provenance, ...file }: RenderedText): RenderedFile {
  expect(provenance === undefined).toBe(file.object === undefined);
  return file;
}

test('read(write(set)) = set', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(made, { selector: ({ unit }) => unit, minLength: 1, maxLength: 4 }),
      async (units) => {
        const root = temporaryFolder();
        const files = new Map(units.flatMap((unit) => [...renderMade(unit)]));
        await write({ root, rendered: [...files.values()].map(([file]) => file), git: noRepository });
        const back = readRendered(nodeFiles, root);
        expect(back.unreadable).toEqual([]);
        expect(back.units.map(({ ref }) => ref.id)).toEqual(units.map(({ unit }) => unit).toSorted());
        expect(back.units.every((unit) => unit.declared.symbol === unit.ref.id)).toBe(true);
        const read = back.units.flatMap((unit) => unit.files);
        expect(new Map(read.map((file) => [file.path, file]))).toEqual(
          new Map([...files].map(([path, [file]]) => [path, withoutProvenance(file)])),
        );
        expect(back.values).toEqual(new Map([...files].map(([path, [, value]]) => [path, value])));
      },
    ),
    { numRuns: 60 },
  );
});

test.each([
  ['hub/hub-eu-1/platform/root', 'root', undefined],
  ['dev/hub-eu-1/payments/delivery', 'delivery', 'payments'],
  ['dev/dev-eu-1/payments/baseline', 'tenant', 'payments'],
  ['dev/dev-eu-1/payments/checkout', 'app', 'payments'],
  ['dev/dev-eu-1/platform/cert-manager', 'component', undefined],
])('%s is a unit of kind %s', async (id, kind, tenant) => {
  const root = temporaryFolder();
  const file = renderValues(id, { a: 1 }, { file: 'x.ts', symbol: 'x' });
  await write({ root, rendered: [file], git: noRepository });
  const unit = readRendered(nodeFiles, root).units[0]?.ref;
  expect(unit).toMatchObject({ id, kind });
  expect(unit?.tenant).toBe(tenant);
});

test('a file that an edit broke is named with its place, the others are read', async () => {
  const root = temporaryFolder();
  const [good, bad] = ['checkout', 'ledger'].map((name) =>
    renderValues(`dev/c/payments/${name}`, { a: 1 }, { file: 'x.ts', symbol: 'x' }),
  );
  await write({ root, rendered: [good!, bad!], git: noRepository });
  put(root, bad!.path, `${bad!.text}a: [1\n`);
  const back = readRendered(nodeFiles, root);
  expect(back.units.map(({ ref }) => ref.name)).toEqual(['checkout']);
  expect(back.unreadable).toMatchObject([{ location: { file: bad!.path } }]);
});

test('a text leaves memory once dist/ or the stage holds it', () => {
  const root = temporaryFolder();
  const file = renderValues('dev/c/payments/checkout', { a: 1 }, { file: 'x.ts', symbol: 'x' });
  const { text, ...rest } = file;
  expect(stageChanged(nodeFiles, root, undefined, file)).toBe(file);
  const stage = openStage(nodeFiles, `${root}/.keelson/stage/run`);
  expect(stageChanged(nodeFiles, root, stage, file)).toEqual(rest);
  expect(nodeFiles.read(`${stage.folder}/new/${file.path}`).toString()).toBe(text);
  put(root, file.path, text);
  expect(stageChanged(nodeFiles, root, undefined, file)).toEqual(rest);
});

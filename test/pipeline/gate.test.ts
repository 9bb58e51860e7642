import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verify } from '#src/pipeline/index.ts';
import type { Finding } from '#src/kernel/index.ts';
import type { SynthRun } from '#src/pipeline/index.ts';
import { openFindings } from '#src/validate/index.ts';
import { cli } from '../cli/terminal.ts';
import { readDocument } from '../report/schema.ts';
import { makeRepository, optionsFor, readTree, smallRepository, synth, writeFiles } from './repository.ts';

const { 'platform/web/component.ts': _component, 'platform/web/data.ts': _data, ...others } = smallRepository;

const hub = { ...others, 'package.json': '{ "name": "small", "private": true, "type": "module", "keelson": {} }\n' };

/** A component that makes what `platform/<name>/objects.ts` lists. */
function component(name: string, objects: readonly object[]): Readonly<Record<string, string>> {
  return {
    [`platform/${name}/component.ts`]: `import { ApiObject } from 'cdk8s';
import { defineComponent } from 'keelson';
import { objects } from './objects.ts';
export default defineComponent({
  name: '${name}', category: 'test', description: 'For a test.', owner: 'core', lifecycle: { stage: 'ga' },
  build(scope) {
    objects.forEach((object, index) => new ApiObject(scope, 'object-' + index, object));
  },
});
`,
    [`platform/${name}/objects.ts`]: `export const objects = ${JSON.stringify(objects, null, 2)};\n`,
  };
}

const service = (name: string, port: number): object => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { ports: [{ port }] },
});

const found = ({ refused }: SynthRun): readonly (readonly unknown[])[] =>
  openFindings({ findings: refused?.findings ?? [] }).map(({ rule, object, unit }: Finding) => [
    rule,
    object?.name,
    unit?.name,
  ]);

test('what an API server would refuse is not written, and everything else stays as it was', async () => {
  const root = makeRepository({ ...hub, ...component('web', [service('web', 80)]) });
  await synth(root);
  const before = readTree(root);
  writeFiles(root, component('web', [service('web', 0), service('more', 80)]));
  const result = await synth(root);
  expect(found(result)).toEqual([['valid-service', 'web', 'web']]);
  expect(openFindings({ findings: result.refused?.findings ?? [] })).toMatchObject([
    {
      severity: 'error',
      pointer: '/spec/ports/0/port',
      declared: { file: 'platform/web/component.ts', line: 7 },
      constructPath: 'object-0',
    },
  ]);
  expect(result.files).toEqual([]);
  expect(readTree(root)).toEqual(before);
  for (const mode of ['check', 'dry-run'] as const) {
    const preview = await synth(root, { mode });
    expect(found(preview)).toEqual(found(result));
    expect(preview.files).toHaveLength(2);
  }
  writeFiles(root, component('web', [service('web', 8080), service('more', 80)]));
  expect((await synth(root)).refused).toBeUndefined();
  expect(Object.keys(readTree(root))).toHaveLength(Object.keys(before).length + 1);
});

test('the command exits 1, says what validate says, and that nothing was written', async () => {
  const root = makeRepository({ ...hub, ...component('web', [service('web', 0)]) });
  const text = await cli(['synth'], { cwd: root });
  expect(text).toMatchObject({ code: 1, err: '' });
  expect(text.out).toContain('error: spec.ports[0].port');
  expect(text.out).toContain('nothing was written');
  const json = await cli(['synth', '--json'], { cwd: root });
  expect(json.code).toBe(1);
  expect(readDocument(json.out)).toMatchObject({
    exitCode: 1,
    files: [],
    findings: [{ rule: 'valid-service' }, { causes: [expect.any(String)] }],
  });
  // A difference is the lesser thing to say.
  expect(await cli(['synth', '--check'], { cwd: root })).toMatchObject({ code: 1 });
  expect(await cli(['synth', '--dry-run'], { cwd: root })).toMatchObject({ code: 1 });
});

test('a waiver lets it pass for as long as it is there', async () => {
  const waiver = `import { defineWaiver } from 'keelson';
export default defineWaiver({
  rule: 'valid-service', scope: { component: 'web' }, reason: 'A webhook of the cluster sets the port.',
  owner: 'core', expires: '2999-01-31',
});
`;
  const root = makeRepository({
    ...hub,
    ...component('web', [service('web', 0)]),
    'platform/policy/waivers.ts': waiver,
  });
  expect((await synth(root)).refused).toBeUndefined();
  expect((await synth(root)).refused).toBeUndefined();
  rmSync(join(root, 'platform/policy'), { recursive: true });
  const result = await synth(root);
  expect(result.units.find(({ unit }) => unit.name === 'web')?.action).toBe('cached');
  expect(found(result)).toEqual([['valid-service', 'web', 'web']]);
});

test('what verify remembered was not judged', async () => {
  const root = makeRepository({ ...hub, ...component('web', [service('web', 80)]) });
  await synth(root);
  rmSync(join(root, '.keelson'), { recursive: true });
  await verify(optionsFor(root));
  const again = await synth(root);
  expect(again.units.find(({ unit }) => unit.name === 'web')?.action).toBe('cached');
  expect(again.refused).toBeUndefined();
});

test('two units with one object, whichever of them this run renders', async () => {
  const root = makeRepository({
    ...hub,
    ...component('one', [namespace('one')]),
    ...component('two', [namespace('two')]),
  });
  await synth(root);
  const before = readTree(root);
  writeFiles(root, component('two', [namespace('one')]));
  const whole = await synth(root);
  expect(whole.units.find(({ unit }) => unit.name === 'one')?.action).toBe('cached');
  expect(found(whole)).toEqual([['unique-object', 'one', 'two']]);
  expect(whole.refused?.findings[0]?.related).toMatchObject([
    {
      object: { kind: 'Namespace', name: 'one' },
      location: { file: 'dist/hub/hub-1/platform/one/namespace.one.yaml' },
    },
  ]);
  expect(found(await synth(root, { select: { unit: 'two' } }))).toEqual([['unique-object', 'one', 'two']]);
  expect(readTree(root)).toEqual(before);
});

const definition = (values: readonly string[]): object => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.example.test' },
  spec: {
    group: 'example.test',
    scope: 'Cluster',
    names: { kind: 'Widget', plural: 'widgets' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: { spec: { type: 'object', properties: { size: { type: 'string', enum: values } } } },
          },
        },
      },
    ],
  },
});

const widget = { apiVersion: 'example.test/v1', kind: 'Widget', metadata: { name: 'wide' }, spec: { size: 'wide' } };

const widgetKind = { group: 'example.test', kind: 'Widget' };

function bringing(values: readonly string[]): Readonly<Record<string, string>> {
  const files = component('definitions', [definition(values)]);
  const path = 'platform/definitions/component.ts';
  return {
    ...files,
    [path]: (files[path] ?? '').replace('build(', `crds: [${JSON.stringify(widgetKind)}],\n  build(`),
  };
}

test('a definition that changes is asked about custom resources that the cache spares', async () => {
  const root = makeRepository({ ...hub, ...bringing(['wide', 'narrow']), ...component('uses', [widget]) });
  expect((await synth(root)).refused).toBeUndefined();
  writeFiles(root, bringing(['narrow']));
  const result = await synth(root);
  expect(result.units.find(({ unit }) => unit.name === 'uses')?.action).toBe('cached');
  expect(found(result)).toEqual([['valid-custom-resource', 'wide', 'uses']]);
});

test('threads find the same', async () => {
  const root = makeRepository({ ...hub, ...component('web', [service('web', 0), service('far', 70_000)]) });
  const inline = await synth(root, { workers: 0 });
  expect(found(inline).length).toBeGreaterThan(1);
  expect((await synth(root, { workers: 1 })).refused?.findings).toEqual(inline.refused?.findings);
});

function namespace(name: string): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

import { expect, test } from 'vitest';
import { validateFleet } from '#src/pipeline/index.ts';
import type { Selection } from '#src/pipeline/index.ts';
import { makeRepository, optionsFor, smallRepository } from './repository.ts';

const { 'platform/web/component.ts': _component, 'platform/web/data.ts': _data, ...hub } = smallRepository;

function component(name: string, object: object, more = ''): Readonly<Record<string, string>> {
  return {
    [`platform/${name}/component.ts`]: `import { ApiObject } from 'cdk8s';
import { defineComponent } from 'keelson';
export default defineComponent({
  name: '${name}', category: 'test', description: 'For a test.', owner: 'core', lifecycle: { stage: 'ga' }, ${more}
  build(scope) {
    new ApiObject(scope, 'object', ${JSON.stringify(object)});
  },
});
`,
  };
}

const definition = {
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
        schema: { openAPIV3Schema: { type: 'object', properties: { size: { type: 'integer' } } } },
      },
    ],
  },
};

const widget = (name: string): object => ({
  apiVersion: 'example.test/v1',
  kind: 'Widget',
  metadata: { name },
  size: 'wide',
});

test('a selection is judged among its whole cluster, and reported alone', async () => {
  const root = makeRepository({
    ...hub,
    ...component('definitions', definition, "crds: [{ group: 'example.test', kind: 'Widget' }],"),
    ...component('one', widget('first')),
    ...component('two', widget('second')),
  });
  const judge = async (select: Selection): Promise<readonly unknown[]> => {
    const { findings, coverage, objects, units } = await validateFleet({
      ...optionsFor(root),
      rules: ['api-server'],
      select,
    });
    const said = findings.map(({ rule, unit }) => `${rule} ${unit?.name ?? ''}`);
    return [said, coverage.checked, objects, units];
  };
  // The definition is in a unit that was not selected.
  expect(await judge({ unit: 'one' })).toEqual([['valid-custom-resource one'], 1, 1, 1]);
  expect(await judge({ unit: 'definitions' })).toEqual([[], 1, 1, 1]);
  expect(await judge({})).toEqual([['valid-custom-resource one', 'valid-custom-resource two'], 10, 10, 5]);
});

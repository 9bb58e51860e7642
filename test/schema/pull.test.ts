import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeFiles } from '#src/io/index.ts';
import { UserError } from '#src/kernel/index.ts';
import type { Cluster } from '#src/kernel/index.ts';
import { judgeCustomResource, loadSchemas, pullSchemas, readKubeconfig, schemaSources } from '#src/schema/index.ts';

const definition = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
  labels: { app.kubernetes.io/name: widgets, app.kubernetes.io/version: v1.2.3 }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Widget, plural: widgets }
  versions:
    - name: v1
      served: true
      storage: true
      subresources: { status: {} }
      schema:
        openAPIV3Schema:
          type: object
          description: prose
          properties:
            spec:
              type: object
              required: [colour]
              x-kubernetes-validations: [{ rule: self.colour != 'blue', message: not blue }]
              properties:
                colour: { type: string, enum: [red, blue], default: red, description: prose }
                name: { type: string, maxLength: 3 }
    - name: v1beta1
      served: true
      storage: false
      schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } }
`;

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'keelson-pull-'));
  writeFileSync(join(root, 'definition.yaml'), `kind: ConfigMap\napiVersion: v1\n---\n${definition}`);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function folder(): string {
  return join(root, 'platform/schemas');
}

function pull(options: { readonly factsOnly?: boolean } = {}): ReturnType<typeof pullSchemas> {
  return pullSchemas(nodeFiles, { root, folder: folder(), paths: [root], ...options });
}

function cluster(answers: Readonly<Record<string, unknown>>): Cluster {
  return {
    name: 'https://cluster',
    get: (path) =>
      path in answers
        ? Promise.resolve(answers[path])
        : Promise.reject(new UserError({ code: 'cluster-refused-403', message: 'forbidden' })),
  };
}

describe('from files', () => {
  test('one file per version, with the release and a digest, and the rules', async () => {
    const pulled = await pull();
    expect(pulled).toEqual({
      written: ['example.com/widget.v1.json', 'example.com/widget.v1beta1.json'],
      unchanged: [],
      removed: [],
      withoutRelease: [],
    });
    const schema = loadSchemas(nodeFiles, schemaSources(nodeFiles, root)).find('example.com', 'v1', 'Widget');
    expect(schema).toMatchObject({ release: 'widgets v1.2.3', namespaced: true, status: true });
    const blue = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: {}, spec: { colour: 'blue', name: 'long' } };
    expect(schema && judgeCustomResource(blue, schema, 36).errors.map(({ field }) => field)).toEqual(['spec.name']);
  });

  test('facts alone: no prose, no constraints, no rules', async () => {
    await pull({ factsOnly: true });
    const text = readFileSync(join(folder(), 'example.com/widget.v1.json'), 'utf8');
    expect(text).not.toMatch(/prose|maxLength|required|validations/);
    expect(JSON.parse(text)).toMatchObject({
      factsOnly: true,
      schema: { properties: { spec: { properties: { colour: { enum: ['red', 'blue'], default: 'red' } } } } },
    });
  });

  test('a second pull changes nothing; a version that is gone is removed', async () => {
    await pull();
    expect((await pull()).unchanged).toHaveLength(2);
    writeFileSync(join(root, 'definition.yaml'), definition.slice(0, definition.indexOf('    - name: v1beta1')));
    expect((await pull()).removed).toEqual(['example.com/widget.v1beta1.json']);
    expect(readdirSync(join(folder(), 'example.com'))).toEqual(['widget.v1.json']);
  });

  test('a broken file, and a link that leads nowhere, are named as they are seen from the repository', async () => {
    symlinkSync('nowhere.yaml', join(root, 'link.yaml'));
    await expect(pull()).rejects.toMatchObject({ code: 'cannot-open', message: 'link.yaml cannot be opened (ENOENT)' });
    rmSync(join(root, 'link.yaml'));
    writeFileSync(join(root, 'broken.yaml'), 'a: [\n');
    await expect(pull()).rejects.toMatchObject({ code: 'yaml-syntax', location: { file: 'broken.yaml' } });
  });

  test('nothing is written or read beside the folder, whatever the group is called', async () => {
    writeFileSync(join(root, 'definition.yaml'), definition.replace('group: example.com', 'group: ../../elsewhere'));
    await expect(pull()).rejects.toMatchObject({ code: 'odd-definition' });
    mkdirSync(join(root, 'elsewhere'));
    writeFileSync(join(root, 'elsewhere/widget.v1.json'), '{}');
    const store = loadSchemas(nodeFiles, { root, folders: [folder()] });
    expect(store.find('../../elsewhere', 'v1', 'Widget')).toBeUndefined();
  });

  test('nothing to pull is an error', async () => {
    rmSync(join(root, 'definition.yaml'));
    await expect(pull()).rejects.toMatchObject({ code: 'no-definitions' });
  });
});

describe('reading', () => {
  test('a file that was changed by hand is refused', async () => {
    await pull();
    const path = join(folder(), 'example.com/widget.v1.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"red"', '"pink"'));
    const store = loadSchemas(nodeFiles, schemaSources(nodeFiles, root));
    expect(() => store.find('example.com', 'v1', 'Widget')).toThrow('is not what its digest says');
  });

  test('names what it has', async () => {
    await pull();
    const store = loadSchemas(nodeFiles, schemaSources(nodeFiles, root));
    expect(store.known('example.com')).toEqual(['v1/widget', 'v1beta1/widget']);
    expect(store.find('example.com', 'v2', 'Widget')).toBeUndefined();
    expect(store.find('other.com', 'v1', 'Widget')).toBeUndefined();
  });

  test('packages that package.json lists, with definitions in them', () => {
    const shipped = join(root, 'node_modules/@acme/crds');
    mkdirSync(shipped, { recursive: true });
    writeFileSync(join(shipped, 'crds.yaml'), definition);
    writeFileSync(join(root, 'package.json'), JSON.stringify({ keelson: { schemas: ['@acme/crds'] } }));
    const store = loadSchemas(nodeFiles, schemaSources(nodeFiles, root));
    expect(store.find('example.com', 'v1beta1', 'Widget')).toMatchObject({ plural: 'widgets' });
  });

  test('a package that is not installed is an error', () => {
    writeFileSync(join(root, 'package.json'), JSON.stringify({ keelson: { schemas: ['@acme/none'] } }));
    expect(() => schemaSources(nodeFiles, root)).toThrow('which is not installed');
  });
});

describe('from a cluster', () => {
  const published = {
    paths: {
      '/apis/example.com/v1/namespaces/{namespace}/widgets': {
        post: { 'x-kubernetes-group-version-kind': { group: 'example.com', version: 'v1', kind: 'Widget' } },
      },
      '/apis/example.com/v1/namespaces/{namespace}/widgets/{name}/status': {},
    },
    components: {
      schemas: {
        'com.example.v1.Widget': {
          type: 'object',
          properties: {
            metadata: { allOf: [{ $ref: '#/components/schemas/ObjectMeta' }] },
            spec: { type: 'object', properties: { colour: { type: 'string' } } },
          },
          'x-kubernetes-group-version-kind': [{ group: 'example.com', version: 'v1', kind: 'Widget' }],
        },
      },
    },
  };

  test('what OpenAPI v3 says serves where definitions may not be listed', async () => {
    const answers = {
      '/openapi/v3': {
        paths: {
          'apis/example.com/v1': { serverRelativeURL: '/openapi/v3/apis/example.com/v1?hash=1' },
          'apis/apps/v1': { serverRelativeURL: '/openapi/v3/apis/apps/v1' },
        },
      },
      '/openapi/v3/apis/example.com/v1?hash=1': published,
    };
    const pulled = await pullSchemas(nodeFiles, {
      root,
      folder: folder(),
      cluster: cluster(answers),
      release: 'widgets v9',
    });
    expect(pulled.written).toEqual(['example.com/widget.v1.json']);
    const store = loadSchemas(nodeFiles, { root, folders: [folder()] });
    const schema = store.find('example.com', 'v1', 'Widget');
    expect(schema).toMatchObject({ plural: 'widgets', namespaced: true, status: true, release: 'widgets v9' });
    const object = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' }, spec: { color: 'x' } };
    expect(schema && judgeCustomResource(object, schema, 36).errors).toMatchObject([
      { type: 'unknown-field', field: 'spec.color', allowed: ['colour'] },
    ]);
  });

  test('a kubeconfig says how to reach it', () => {
    writeFileSync(join(root, 'ca.pem'), 'PEM');
    const path = join(root, 'kubeconfig');
    writeFileSync(
      path,
      `apiVersion: v1
kind: Config
current-context: a
contexts: [{ name: a, context: { cluster: c, user: u } }, { name: b, context: { cluster: c, user: v } }]
clusters: [{ name: c, cluster: { server: 'https://host:6443', certificate-authority: ca.pem } }]
users:
  - { name: u, user: { token: secret } }
  - name: v
    user: { exec: { apiVersion: client.authentication.k8s.io/v1, command: login, args: [--now], env: [{ name: A, value: b }] } }
`,
    );
    expect(readKubeconfig(nodeFiles, path)).toEqual({
      server: 'https://host:6443',
      skipTlsVerify: false,
      certificateAuthority: 'PEM',
      token: 'secret',
    });
    expect(readKubeconfig(nodeFiles, path, 'b').exec).toEqual({
      apiVersion: 'client.authentication.k8s.io/v1',
      command: 'login',
      args: ['--now'],
      env: { A: 'b' },
    });
    expect(() => readKubeconfig(nodeFiles, path, 'none')).toThrow('names no cluster for context "none"');
  });
});

import { ApiObject, App, Chart } from 'cdk8s';
import { describe, expect, test } from 'vitest';
import { bootstrapPlan, buildRoot } from '#src/constructs/delivery/index.ts';
import { UserError } from '#src/kernel/index.ts';
import type { Fleet } from '#src/model/types.ts';
import { hub, rootInput } from './inputs.ts';

interface Rendered {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: Readonly<Record<string, unknown>>;
}

function render(): ReadonlyMap<string, Rendered> {
  const scope = new Chart(new App(), 'unit', { namespace: 'argocd' });
  buildRoot(scope, rootInput);
  const objects = scope.node
    .findAll()
    .filter((node) => ApiObject.isApiObject(node))
    .map((node) => node.toJson() as Rendered);
  return new Map(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object]));
}

describe('root', () => {
  test('is a project, an Application of its own folder, and one ApplicationSet', () => {
    expect([...render().keys()]).toEqual(['AppProject root', 'Application root', 'ApplicationSet delivery']);
  });

  test('project: the config repository, the hub, Argo CD kinds, nothing cluster-scoped', () => {
    expect(render().get('AppProject root')?.spec).toMatchObject({
      sourceRepos: ['https://git.meridian.example/config.git'],
      destinations: [{ name: 'hub-eu-1', namespace: 'argocd' }],
      clusterResourceWhitelist: [],
      namespaceResourceWhitelist: [{ kind: 'AppProject' }, { kind: 'Application' }, { kind: 'ApplicationSet' }],
    });
  });

  test('Applications carry no manifest-generate-paths: with them, an unrelated commit would hide a fix after a failed sync', () => {
    const text = JSON.stringify([...render().values()]);
    expect(text).not.toContain('manifest-generate-paths');
  });

  test('the ApplicationSet keeps what was delivered, and fails on a missing parameter', () => {
    const spec = render().get('ApplicationSet delivery')?.spec;
    expect(spec).toMatchObject({
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      syncPolicy: { preserveResourcesOnDeletion: true },
      template: {
        metadata: { name: '{{index .path.segments 1}}.{{index .path.segments 3}}.delivery' },
        spec: {
          project: 'root',
          destination: { name: 'hub-eu-1', namespace: 'argocd' },
          source: { path: '{{.path.path}}' },
        },
      },
    });
    expect(JSON.stringify(spec)).toContain('"directories":[{"path":"dist/*/hub-eu-1/*/delivery"}]');
  });
});

describe('bootstrap', () => {
  const fleet: Fleet = {
    environments: [],
    clusters: [hub, { ...hub, name: 'dev-eu-1', isHub: false }],
    components: [],
    tenants: [],
    apps: [],
    units: [
      {
        ref: rootInput.unit,
        wave: 0,
        requires: [],
        recipe: { module: 'keelson:root', export: 'buildRoot' },
        input: rootInput,
        declared: { file: 'environments/hub/hub-eu-1.ts', line: 1, column: 1, symbol: 'hub-eu-1' },
        hasObjects: true,
      },
    ],
    values: [],
    policy: { waivers: [], outside: [], admissionRules: [], settings: {} },
  };

  test('everything else: a namespace, the name of the cluster, the root folder', () => {
    const [, rest] = bootstrapPlan(fleet, 'hub-eu-1').parts;
    expect(rest?.commands).toEqual([
      "kubectl apply --server-side -f - <<'EOF'\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: argocd\nEOF",
      [
        "kubectl apply --server-side --force-conflicts --field-manager=argocd-controller -f - <<'EOF'",
        'apiVersion: v1',
        'kind: Secret',
        'metadata:',
        '  name: cluster-hub-eu-1',
        '  namespace: argocd',
        '  labels:',
        '    argocd.argoproj.io/secret-type: cluster',
        'stringData:',
        '  name: hub-eu-1',
        '  server: https://kubernetes.default.svc',
        `  config: '{"tlsClientConfig":{"insecure":false}}'`,
        'EOF',
      ].join('\n'),
      'kubectl apply --server-side --force-conflicts --field-manager=argocd-controller -f dist/hub/hub-eu-1/platform/root',
    ]);
  });

  test('without a component that provides `delivery`, part one says so', () => {
    const [argocd] = bootstrapPlan(fleet, 'hub-eu-1').parts;
    expect(argocd?.commands).toEqual([]);
    expect(argocd?.title).toContain('no component on hub-eu-1 provides `delivery`');
  });

  test.each([
    ['dev-eu-1', 'Cluster "dev-eu-1" is no hub: hub "hub-eu-1" delivers it.'],
    ['elsewhere', 'There is no cluster "elsewhere".'],
  ])('%s is refused', (name, message) => {
    expect(() => bootstrapPlan(fleet, name)).toThrow(UserError);
    expect(() => bootstrapPlan(fleet, name)).toThrow(message);
  });
});

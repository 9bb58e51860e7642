import type { Declared, UnitRef } from '#src/kernel/index.ts';
import type { DriftReport } from '#src/drift/index.ts';
import type { Explanation, SynthResult } from '#src/synth/index.ts';

export const checkout: UnitRef = {
  id: 'dev/dev-eu-1/payments/checkout',
  environment: 'dev',
  cluster: 'dev-eu-1',
  name: 'checkout',
  kind: 'app',
  owner: 'payments',
  tenant: 'payments',
};
const issuer: UnitRef = {
  id: 'dev/dev-eu-1/platform/cert-manager',
  environment: 'dev',
  cluster: 'dev-eu-1',
  name: 'cert-manager',
  kind: 'component',
  owner: 'platform',
};
const declared: Declared = { file: 'tenants/payments.ts', line: 12, column: 5, symbol: 'payments/checkout' };
const deployment = { group: 'apps', version: 'v1', kind: 'Deployment', namespace: 'payments-dev', name: 'checkout' };
const folder = `dist/${checkout.id}`;

export const synthResult: SynthResult = {
  mode: 'write',
  units: [
    { unit: issuer, action: 'cached', objects: 3, files: 3, changed: 0 },
    { unit: checkout, action: 'rendered', objects: 2, files: 2, changed: 2 },
  ],
  files: [
    {
      path: `${folder}/service.checkout.yaml`,
      action: 'create',
      sha256: 'b'.repeat(64),
      object: { group: '', version: 'v1', kind: 'Service', namespace: 'payments-dev', name: 'checkout' },
      unit: checkout.id,
    },
    {
      path: `${folder}/deployment.checkout.yaml`,
      action: 'update',
      sha256: 'a'.repeat(64),
      object: deployment,
      unit: checkout.id,
    },
    { path: `${folder}/configmap.old.yaml`, action: 'delete', unit: checkout.id },
  ],
  stray: ['dist/notes.txt'],
  handEdited: [
    {
      path: `${folder}/deployment.checkout.yaml`,
      diff: '--- rendered\n+++ dist\n@@ -9,1 +9,1 @@\n-  replicas: 2\n+  replicas: 3\n',
    },
  ],
  summary: { units: 2, objects: 5, created: 1, updated: 1, deleted: 1, unchanged: 3, stray: 1 },
};

export const driftReport: DriftReport = {
  senses: ['source'],
  drifts: [
    { sense: 'source', change: 'extra', cause: 'stray-file', file: 'dist/notes.txt', fields: [] },
    {
      sense: 'source',
      change: 'changed',
      cause: 'hand-edited',
      unit: checkout,
      object: deployment,
      file: `${folder}/deployment.checkout.yaml`,
      fields: [{ pointer: '/spec/replicas', expected: 2, actual: 3 }],
      declared,
      diff: '--- source\n+++ dist\n@@ -9,1 +9,1 @@\n-  replicas: 2\n+  replicas: 3\n',
    },
    {
      sense: 'source',
      change: 'missing',
      cause: 'missing-file',
      unit: checkout,
      file: `${folder}/service.checkout.yaml`,
      fields: [],
      declared,
    },
  ],
  declared: [],
  undetermined: [
    { sense: 'source', subject: `${folder}/service.web.yaml`, code: 'unreadable', message: 'permission denied' },
  ],
  summary: { source: 3, undetermined: 1 },
};

export const explanations: readonly Explanation[] = [
  {
    unit: checkout,
    owner: 'payments',
    declared,
    wave: 20,
    requires: ['dev/dev-eu-1/payments/baseline'],
    objects: [
      {
        object: deployment,
        file: `${folder}/deployment.checkout.yaml`,
        constructPath: 'deployment',
        declared: { file: 'platform/apps/service.ts', line: 40, column: 5, symbol: 'payments/checkout' },
      },
      { file: 'dist/.values/dev/dev-eu-1/payments/checkout.yaml' },
    ],
  },
];

export const bootstrap = {
  hub: 'hub-eu-1',
  parts: [
    { title: 'Argo CD itself', commands: ['kubectl create namespace argocd'], manifests: [] },
    {
      title: 'Everything else',
      commands: ["kubectl apply -f - <<'EOF'\nkind: Secret\nEOF", 'kubectl apply -f dist/hub/hub-eu-1/platform/root'],
      manifests: [{ kind: 'Secret' }],
    },
  ],
};

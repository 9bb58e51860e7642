/**
 * Writes and reads 49,152 objects (16,384 times Deployment, Service and ConfigMap) with this engine, with js-yaml and with
 * `yaml`, in one run, and prints times and ratios. The others do an eighth of the work, multiplied: they are slow.
 *
 *     npm run build && npx tsx bench/yaml.ts
 */
import { dump, load } from 'js-yaml';
import { parse, stringify } from 'yaml';
import { emitYaml, readYaml, readYamlFast } from '#src/yaml/index.ts';
import type { YamlValue } from '#src/yaml/index.ts';

const rounds = 16_384;
const share = 8;

function objectsOf(index: number): readonly YamlValue[] {
  const name = `app-${index}`;
  const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/managed-by': 'keelson', tier: 'prod' };
  const container = {
    name,
    image: `ghcr.io/meridian/${name}@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`,
    args: ['--config=/etc/app/config.yaml', `--shard=${index}`, '-v=2'],
    env: [
      { name: 'LOG_LEVEL', value: 'info' },
      { name: 'ENABLED', value: 'yes' },
      { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    ],
    ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    readinessProbe: { httpGet: { path: '/healthz', port: 'http' }, periodSeconds: 10 },
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, runAsNonRoot: true },
  };
  const metadata = { name, namespace: 'payments-prod', labels };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { ...metadata, annotations: { description: `The app number ${index}: one of many` } },
      spec: {
        replicas: 2,
        selector: { matchLabels: { 'app.kubernetes.io/name': name } },
        template: { metadata: { labels }, spec: { containers: [container], serviceAccountName: name, volumes: [] } },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }], type: 'ClusterIP' },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
      data: {
        'config.yaml': `listen: 0.0.0.0:8080\nshard: ${index}\nlog:\n  level: info\n`,
        mode: 'on',
        version: '1.10',
      },
    },
  ];
}

function seconds(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const objects = Array.from({ length: rounds }, (_, index) => objectsOf(index)).flat();
const some = objects.filter((_, index) => index % share === 0);
const texts: string[] = [];
const someTexts = some.map((value) => emitYaml(value));

const write = {
  keelson: seconds(() => {
    for (const value of objects) texts.push(emitYaml(value));
  }),
  'js-yaml': share * seconds(() => some.forEach((value) => dump(value))),
  yaml: share * seconds(() => some.forEach((value) => stringify(value))),
};
const read = {
  keelson: seconds(() => {
    for (const text of texts) if (readYamlFast(text) === undefined) throw new Error(`declined:\n${text}`);
  }),
  'keelson, full reader': share * seconds(() => someTexts.forEach((text) => readYaml(text, { file: 'bench.yaml' }))),
  'js-yaml': share * seconds(() => someTexts.forEach((text) => load(text))),
  yaml: share * seconds(() => someTexts.forEach((text) => parse(text) as unknown)),
};

const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
console.log(`${objects.length} objects, ${megabytes.toFixed(1)} MB of YAML, Node ${process.version}`);
for (const [what, times] of Object.entries({ write, read })) {
  for (const [who, time] of Object.entries(times)) {
    console.log(
      `${what}  ${who.padEnd(22)} ${time.toFixed(2).padStart(7)} s  ${(time / times.keelson).toFixed(1).padStart(6)} x`,
    );
  }
}

import { leaveToServer } from './made.ts';
import { fill, isMembers, itemsAt, madeAt, membersAt } from './members.ts';
import type { Members } from './members.ts';
import { preparePod } from './prepare-pod.ts';

type Prepare = (object: Members) => void;

/** Groups and types whose objects count their changes. */
const counted =
  /^(?:admissionregistration\.v1|apiextensions\.v1|apps\.v1\.(?!Controller)|batch\.v1|discovery\.v1|flowcontrol\.v1|networking\.v1\.(?:Ingress|Network)|policy\.v1|resource\.v1\.(?:DeviceClass|ResourceSlice)|scheduling\.v1|core\.v1\.(?:Pod|ReplicationController))/;

const byType = new Map<string, Prepare>(
  Object.entries({
    'core.v1.Pod': preparePod,
    'core.v1.Secret': (secret: Members) => {
      const texts = membersAt(secret, 'stringData');
      const data = madeAt(secret, 'data');
      for (const [name, text] of Object.entries(texts)) {
        if (typeof text === 'string') data[name] = Buffer.from(text).toString('base64');
      }
      if (Object.keys(data).length === 0) delete secret['data'];
      delete secret['stringData'];
    },
    'core.v1.Service': prepareService,
    'core.v1.ServiceAccount': (account: Members) => {
      const secrets = itemsAt(account, 'secrets');
      if (secrets.length > 0) account['secrets'] = secrets.map(({ name }) => (name === undefined ? {} : { name }));
    },
    'core.v1.Namespace': (namespace: Members) => {
      const finalizers = madeAt(namespace, 'spec');
      fill(finalizers, { finalizers: ['kubernetes'] });
      namespace['status'] = { phase: 'Active' };
    },
    'core.v1.PersistentVolume': (volume: Members) => {
      protect(volume, 'kubernetes.io/pv-protection');
      volume['status'] = { phase: 'Pending' };
      leaveToServer(volume['status'] as Members, 'lastPhaseTransitionTime');
    },
    'core.v1.PersistentVolumeClaim': (claim: Members) => {
      protect(claim, 'kubernetes.io/pvc-protection');
      claim['status'] = { phase: 'Pending' };
      if (membersAt(claim, 'spec')['storageClassName'] === undefined)
        leaveToServer(madeAt(claim, 'spec'), 'storageClassName');
      twinSources(madeAt(claim, 'spec'));
    },
    'storage.v1.VolumeAttributesClass': (made: Members) => protect(made, 'kubernetes.io/vac-protection'),
    'apps.v1.DaemonSet': (set: Members) => {
      const annotations = madeAt(madeAt(set, 'metadata'), 'annotations');
      annotations['deprecated.daemonset.template.generation'] = '1';
    },
    'batch.v1.Job': prepareJob,
    'apiextensions.v1.CustomResourceDefinition': prepareDefinition,
    'apiregistration.v1.APIService': (service: Members) => {
      if (isMembers(membersAt(service, 'spec')['service']))
        fill(madeAt(madeAt(service, 'spec'), 'service'), { port: 443 });
      leaveToServer(service, 'status');
    },
  }),
);

/** What the server's code for a kind and its built-in admission do when an object is created, in place. */
export function prepare(object: Members, type: string): void {
  if (isMembers(object['metadata'])) prepareMetadata(object['metadata'], counted.test(type));
  byType.get(type)?.(object);
}

/** What every created object is given. */
export function prepareMetadata(metadata: Members, isCounted: boolean): void {
  if (isCounted) metadata['generation'] = 1;
  else delete metadata['generation'];
  leaveToServer(metadata, 'uid', 'creationTimestamp', 'managedFields');
  if (metadata['name'] === undefined && metadata['generateName'] !== undefined) leaveToServer(metadata, 'name');
}

function protect(object: Members, finalizer: string): void {
  const metadata = madeAt(object, 'metadata');
  const given: readonly unknown[] = Array.isArray(metadata['finalizers']) ? metadata['finalizers'] : [];
  if (!given.includes(finalizer)) metadata['finalizers'] = [...given, finalizer];
}

function prepareService(service: Members): void {
  const spec = madeAt(service, 'spec');
  service['status'] = { loadBalancer: {} };
  if (spec['type'] === 'ExternalName') return;
  if (spec['clusterIP'] === undefined) leaveToServer(spec, 'clusterIP', 'clusterIPs');
  else fill(spec, { clusterIPs: [spec['clusterIP']] });
  if (spec['ipFamilies'] === undefined || spec['ipFamilyPolicy'] === undefined) {
    leaveToServer(spec, ...['ipFamilies', 'ipFamilyPolicy'].filter((name) => spec[name] === undefined));
  }
  if (spec['type'] !== 'LoadBalancer' && spec['type'] !== 'NodePort') return;
  if (spec['allocateLoadBalancerNodePorts'] === false) return;
  for (const port of itemsAt(spec, 'ports')) if (port['nodePort'] === undefined) leaveToServer(port, 'nodePort');
  const local = spec['externalTrafficPolicy'] === 'Local' && spec['type'] === 'LoadBalancer';
  if (local && spec['healthCheckNodePort'] === undefined) leaveToServer(spec, 'healthCheckNodePort');
}

function prepareJob(job: Members): void {
  job['status'] = {};
  const spec = madeAt(job, 'spec');
  if (spec['manualSelector'] === true) return;
  leaveToServer(spec, 'selector');
  const { name } = madeAt(job, 'metadata');
  const template = madeAt(madeAt(spec, 'template'), 'metadata');
  for (const labels of [madeAt(madeAt(job, 'metadata'), 'labels'), madeAt(template, 'labels')]) {
    if (typeof name === 'string') fill(labels, { 'job-name': name, 'batch.kubernetes.io/job-name': name });
    leaveToServer(labels, 'controller-uid', 'batch.kubernetes.io/controller-uid');
  }
}

/** One names the source, both are kept. */
function twinSources(spec: Members): void {
  if (isMembers(spec['dataSource'])) fill(spec, { dataSourceRef: spec['dataSource'] });
  else if (isMembers(spec['dataSourceRef']) && spec['dataSourceRef']['namespace'] === undefined) {
    fill(spec, { dataSource: spec['dataSourceRef'] });
  }
}

function prepareDefinition(definition: Members): void {
  const names = madeAt(madeAt(definition, 'spec'), 'names');
  const { kind } = names;
  if (typeof kind === 'string') fill(names, { singular: kind.toLowerCase(), listKind: `${kind}List` });
  fill(madeAt(definition, 'spec'), { conversion: { strategy: 'None' } });
  leaveToServer(definition, 'status');
}

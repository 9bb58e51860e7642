import type { JsonObject, JsonValue } from '#src/kernel/index.ts';
import type { Base } from './bases.ts';
import { isObject, valueAt, withValue } from './sites.ts';

type Path = readonly string[];

const template: Path = ['spec', 'template'];
/** Where other kinds hold a pod's template. */
const templates: Readonly<Record<string, Path>> = {
  PodTemplate: ['template'],
  ReplicationController: template,
  ReplicaSet: template,
  Deployment: template,
  StatefulSet: template,
  DaemonSet: template,
  Job: template,
  CronJob: ['spec', 'jobTemplate', ...template],
};

/**
 * More base objects, made of the written ones: every pod inside every kind that has a template for pods, jobs inside CronJobs,
 * and one object of every kind with all the metadata that a client may set. The servers accept most of them; the others
 * are left out.
 */
export function derived(bases: readonly Base[]): readonly Base[] {
  const long = bases.toSorted((one, other) => JSON.stringify(other.object).length - JSON.stringify(one.object).length);
  // Of each kind the shortest: it holds the least that a pod might contradict.
  const short = [...new Map(long.map((base) => [`${base.apiVersion}/${base.kind}`, base])).values()];
  return short.flatMap((base) => withMetadata(base).concat(withPods(base, bases), withJobs(base, bases)));
}

export function isDerived({ file }: Base): boolean {
  return file.endsWith(', derived');
}

function withMetadata(base: Base): readonly Base[] {
  const { name, ...rest } = base.object['metadata'] as JsonObject;
  const owner = {
    apiVersion: 'example.com/v1',
    kind: 'Owner',
    name: 'owner',
    uid: 'b6f5e2a0-0000-4000-8000-000000000001',
  };
  const metadata: JsonObject = {
    name: name ?? 'full',
    ...rest,
    labels: { ...(rest['labels'] as JsonObject | undefined), 'example.com/full': 'yes' },
    annotations: { ...(rest['annotations'] as JsonObject | undefined), 'example.com/full': 'with all metadata' },
    finalizers: ['example.com/kept'],
    ownerReferences: [{ ...owner, controller: true, blockOwnerDeletion: true }],
  };
  // Some names have a form that no generated name can have.
  return [
    changed(base, ['metadata'], metadata),
    changed(base, ['metadata'], { ...metadata, generateName: `${typeof name === 'string' ? name : 'full'}-` }),
  ];
}

const onlyInPods: readonly string[] = ['ephemeralContainers'];

function withPods(base: Base, bases: readonly Base[]): readonly Base[] {
  const at = templates[base.kind];
  if (at === undefined) return [];
  const given = valueAt(base.object, [...at, 'spec', 'restartPolicy']) ?? 'Always';
  // What some fields ask of a job's pod others forbid.
  const policies = given === 'Always' ? [given] : ['Never', 'OnFailure'];
  const { labels } = (valueAt(base.object, [...at, 'metadata']) ?? {}) as JsonObject;
  const metadata = labels === undefined ? {} : { metadata: { labels, annotations: { 'example.com/derived': 'yes' } } };
  const pods = bases.filter(({ kind }) => kind === 'Pod');
  return pods.flatMap(({ object }) =>
    policies.map((restartPolicy) => {
      // A template that restarts for ever has no deadline, and no template has ephemeral containers.
      const dropped = restartPolicy === 'Always' ? [...onlyInPods, 'activeDeadlineSeconds'] : onlyInPods;
      const spec = Object.entries(object['spec'] ?? {}).filter(([name]) => !dropped.includes(name));
      return changed(base, at, { ...metadata, spec: { ...Object.fromEntries(spec), restartPolicy } });
    }),
  );
}

function withJobs(base: Base, bases: readonly Base[]): readonly Base[] {
  if (base.kind !== 'CronJob') return [];
  const specs = bases.filter(({ kind }) => kind === 'Job').map(({ object }) => object['spec']);
  return specs.filter(isObject).map((spec) => {
    // The server makes the selector of a CronJob's jobs itself.
    const { selector: _, manualSelector: __, ...rest } = spec;
    return changed(base, ['spec', 'jobTemplate', 'spec'], rest);
  });
}

function changed(base: Base, path: Path, value: JsonValue): Base {
  return { ...base, file: `${base.file}, derived`, object: withValue(base.object, path, value) as JsonObject };
}

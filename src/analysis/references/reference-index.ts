import type { ConfigMap, Secret, Service } from '../../schema/types/core-v1.ts';
import type { LabelSelector } from '../../schema/types/meta-v1.ts';
import { selects } from '../selector.ts';
import type { Labels } from '../selector.ts';
import type { SetObject } from '../set-object.ts';
import type { World } from '../world.ts';
import { presentBeside } from './beside.ts';
import type { Port, Present } from './present.ts';

/** What is on a cluster: the set, and what is there without being in it. */
export interface ReferenceIndex {
  readonly world: World;
  /** Undefined as namespace: a cluster-scoped object, or any namespace. Asking marks a declared one as used. */
  find(kind: string, namespace: string | undefined, name: string): Present | undefined;
  /** Everything of a kind that is or may be in the namespace. */
  all(kind: string, namespace: string | undefined): readonly Present[];
  /** Whether the set itself has some of the kind, or something that it is made from: in plain files, only then is one missing. */
  brings(kind: string): boolean;
  /** What has pods with the labels, in the set or not. */
  podsMatching(namespace: string | undefined, selector: LabelSelector): readonly Present[];
  /** Declared ones that were found or selected. */
  readonly used: ReadonlySet<unknown>;
}

/** Labels that controllers put on pods as they make them: no template has them. */
const givenLabels = new Set([
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'batch.kubernetes.io/job-name',
  'controller-revision-hash',
  'controller-uid',
  'job-name',
  'pod-template-generation',
  'pod-template-hash',
  'apps.kubernetes.io/pod-index',
  'statefulset.kubernetes.io/pod-name',
]);

export function indexReferences(world: World): ReferenceIndex {
  const beside = presentBeside(world);
  const used = new Set<unknown>();
  const known = new Map<SetObject, Present>();
  /** Many policies of a namespace have the same peers, and these may be most of its pods. */
  const selected = new Map<string, readonly Present[]>();
  const presentOf = (object: SetObject): Present => {
    let present = known.get(object);
    if (present === undefined) {
      present = describe(object);
      known.set(object, present);
    }
    return present;
  };
  const use = (present: Present): Present => {
    if (present.declared !== undefined) used.add(present.declared);
    return present;
  };
  return {
    world,
    used,
    find(kind, namespace, name) {
      const object = world.find(kind, namespace, name);
      if (object !== undefined) return presentOf(object);
      const fits = beside.named(kind, namespace, name);
      fits.forEach(use);
      return fits[0];
    },
    all(kind, namespace) {
      return [...world.inNamespace(kind, namespace).map(presentOf), ...beside.in(kind, namespace)];
    },
    brings: (kind) => world.ofKind(kind).length > 0 || beside.of(kind).some(({ origin }) => origin === 'controller'),
    podsMatching(namespace, selector) {
      const lasting = withoutGivenLabels(selector);
      const key = JSON.stringify([namespace, lasting]);
      let found = selected.get(key);
      if (found === undefined) {
        const others = beside.pods(namespace).filter(({ labels }) => selects(lasting, labels ?? {}));
        others.forEach(use);
        found = [...world.podsMatching(namespace, lasting).map(presentOf), ...others];
        selected.set(key, found);
      }
      return found;
    },
  };
}

function describe(object: SetObject): Present {
  const { group, kind, namespace, name } = object.ref;
  return {
    kind: `${group}/${kind}`,
    namespace,
    name,
    origin: 'set',
    object,
    get keys() {
      return keysOf(object);
    },
    get ports() {
      return portsOf(object);
    },
    get labels(): Labels {
      return object.pod?.metadata.labels ?? labelsOf(object);
    },
  };
}

function labelsOf({ ref, labels }: SetObject): Labels {
  return ref.kind === 'Namespace' && ref.group === '' ? { ...labels, 'kubernetes.io/metadata.name': ref.name } : labels;
}

/** Annotations that ask a controller to fill the object in. */
const filled =
  /^(?:service\.(?:beta|alpha)\.openshift\.io\/inject-cabundle|kubernetes\.io\/service-account\.name|replicator\.v1\.mittwald\.de\/replicate-from|reflector\.v1\.k8s\.emberstack\.com\/reflects|secretgenerator\.mittwald\.de\/autogenerate|avp\.kubernetes\.io\/.*|config\.openshift\.io\/inject-trusted-cabundle)$/;

function keysOf({ ref, object, annotations, labels }: SetObject): readonly string[] | undefined {
  if (ref.group !== '' || (ref.kind !== 'ConfigMap' && ref.kind !== 'Secret')) return undefined;
  if ([...Object.keys(annotations), ...Object.keys(labels)].some((name) => filled.test(name))) return undefined;
  const { data, binaryData } = object as ConfigMap;
  const { stringData } = object as Secret;
  return [...Object.keys(data ?? {}), ...Object.keys(binaryData ?? {}), ...Object.keys(stringData ?? {})];
}

function portsOf({ ref, object }: SetObject): readonly Port[] | undefined {
  if (ref.group !== '' || ref.kind !== 'Service') return undefined;
  const ports = (object as Service).spec?.ports ?? [];
  return ports.flatMap(({ port, name }) => [port, name]).filter((port) => port !== undefined);
}

function withoutGivenLabels(selector: LabelSelector): LabelSelector {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  if (!Object.keys(matchLabels).some((key) => givenLabels.has(key))) return selector;
  return {
    matchLabels: Object.fromEntries(Object.entries(matchLabels).filter(([key]) => !givenLabels.has(key))),
    matchExpressions,
  };
}

import type { StatefulSet } from '../../schema/types/apps-v1.ts';
import type { SetObject } from '../set-object.ts';
import { isLoose, itemsOf, mappingOf, memberOf, textOf } from '../loose.ts';
import type { Made } from './present.ts';

/** Above this many replicas of a StatefulSet nobody names one of them. */
const mostNamedReplicas = 100;

/** A claim for each template and replica, and the pods by name: selectors find them by the template. */
export function madeFromStatefulSet({ ref, object }: SetObject): readonly Made[] {
  const { spec } = object as StatefulSet;
  const start = spec?.ordinals?.start ?? 0;
  const replicas = Math.min(spec?.replicas ?? 1, mostNamedReplicas);
  const made: Made[] = [];
  for (let ordinal = start; ordinal < start + replicas; ordinal++) {
    const name = `${ref.name}-${ordinal}`;
    made.push({ kind: '/Pod', namespace: ref.namespace, name });
    for (const [, template] of itemsOf(spec, 'volumeClaimTemplates')) {
      const claim = textOf(template, 'metadata', 'name');
      if (claim !== undefined)
        made.push({ kind: '/PersistentVolumeClaim', namespace: ref.namespace, name: `${claim}-${name}` });
    }
  }
  return made;
}

/** OpenShift puts a certificate into a Secret for a Service that asks for it. */
export function madeFromService({ ref, annotations }: SetObject): readonly Made[] {
  const name =
    annotations['service.beta.openshift.io/serving-cert-secret-name'] ??
    annotations['service.alpha.openshift.io/serving-cert-secret-name'];
  return name === undefined ? [] : [{ kind: '/Secret', namespace: ref.namespace, name, keys: ['tls.crt', 'tls.key'] }];
}

/** Labels of the generated objects' names are hashed by kustomize: the names that references are written with are these. */
export function madeFromKustomization({ object }: SetObject): readonly Made[] {
  const namespace = textOf(object, 'namespace');
  const generated = (field: string, kind: string): readonly Made[] =>
    itemsOf(object, field).flatMap(([, generator]) => {
      const name = textOf(generator, 'name');
      return name === undefined ? [] : [{ kind, namespace: textOf(generator, 'namespace') ?? namespace, name }];
    });
  return [...generated('configMapGenerator', '/ConfigMap'), ...generated('secretGenerator', '/Secret')];
}

/** Argo CD makes the namespace when an Application says so. */
export function madeFromApplication({ object }: SetObject): readonly Made[] {
  const options = memberOf(object, 'spec', 'syncPolicy', 'syncOptions');
  const name = textOf(object, 'spec', 'destination', 'namespace');
  if (name === undefined || !Array.isArray(options) || !options.includes('CreateNamespace=true')) return [];
  return [{ kind: '/Namespace', name, labels: { 'kubernetes.io/metadata.name': name } }];
}

/** Any custom resource with a pod template is a workload: Rollouts, Knative's services, those of an organisation's own operators. */
export function madeFromTemplate({ ref, object }: SetObject): readonly Made[] {
  const template = mappingOf(object, 'spec', 'template');
  const containers = itemsOf(template, 'spec', 'containers');
  if (containers.length === 0) return [];
  const labels = mappingOf(template, 'metadata', 'labels');
  return [
    {
      kind: '/Pod',
      namespace: ref.namespace,
      labels: Object.fromEntries(Object.entries(labels).filter((entry): entry is [string, string] => isText(entry[1]))),
    },
  ];
}

/** Argo CD's own install: an init container makes the password of its Redis. */
export function madeFromRedisPassword({ ref, pod }: SetObject): readonly Made[] {
  const starts = (pod?.spec.initContainers ?? []).flatMap(({ command = [], args = [] }) => command.concat(args));
  if (!starts.includes('redis-initial-password')) return [];
  return [{ kind: '/Secret', namespace: ref.namespace, name: 'argocd-redis', keys: ['auth'] }];
}

/** Crossplane's way to hand over credentials, which other operators follow. */
export function madeFromConnection({ ref, object }: SetObject): readonly Made[] {
  const to = memberOf(object, 'spec', 'writeConnectionSecretToRef');
  const name = textOf(to, 'name');
  if (!isLoose(to) || name === undefined) return [];
  return [{ kind: '/Secret', namespace: textOf(to, 'namespace') ?? ref.namespace, name }];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

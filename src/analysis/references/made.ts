import type { SetObject } from '../set-object.ts';
import {
  madeFromApplication,
  madeFromConnection,
  madeFromKustomization,
  madeFromRedisPassword,
  madeFromService,
  madeFromStatefulSet,
  madeFromTemplate,
} from './made-by-kubernetes.ts';
import {
  madeByKeda,
  madeByPattern,
  madeByPrometheusOperator,
  madeDefinitions,
  madeFromGateway,
  patternKinds,
} from './made-by-operators.ts';
import {
  madeFromAnnotations,
  madeFromBundle,
  madeFromCertificate,
  madeFromClusterExternalSecret,
  madeFromExternalSecret,
  madeFromIssuer,
  madeFromSealedSecret,
  madeFromSecretProviderClass,
} from './made-secrets.ts';
import type { Made } from './present.ts';

type Maker = (object: SetObject) => readonly Made[];

const makers = new Map<string, readonly Maker[]>([
  ['apps/StatefulSet', [madeFromStatefulSet]],
  ['apps/Deployment', [madeFromRedisPassword]],
  ['/Service', [madeFromService]],
  ['networking.k8s.io/Ingress', [madeFromAnnotations]],
  ['kustomize.config.k8s.io/Kustomization', [madeFromKustomization]],
  ['argoproj.io/Application', [madeFromApplication]],
  ['cert-manager.io/Certificate', [madeFromCertificate]],
  ['cert-manager.io/Issuer', [madeFromIssuer]],
  ['cert-manager.io/ClusterIssuer', [madeFromIssuer]],
  ['external-secrets.io/ExternalSecret', [madeFromExternalSecret]],
  ['external-secrets.io/ClusterExternalSecret', [madeFromClusterExternalSecret]],
  ['bitnami.com/SealedSecret', [madeFromSealedSecret]],
  ['secrets-store.csi.x-k8s.io/SecretProviderClass', [madeFromSecretProviderClass]],
  ['trust.cert-manager.io/Bundle', [madeFromBundle]],
  ['monitoring.coreos.com/Prometheus', [madeByPrometheusOperator]],
  ['monitoring.coreos.com/Alertmanager', [madeByPrometheusOperator]],
  ['monitoring.coreos.com/ThanosRuler', [madeByPrometheusOperator]],
  ['keda.sh/ScaledObject', [madeByKeda]],
  ['gateway.networking.k8s.io/Gateway', [madeFromGateway, madeFromAnnotations]],
  ['gateway.networking.k8s.io/ListenerSet', [madeFromAnnotations]],
  ['templates.gatekeeper.sh/ConstraintTemplate', [madeDefinitions]],
  ['apiextensions.crossplane.io/CompositeResourceDefinition', [madeDefinitions]],
  ...patternKinds.map((kind) => [kind, [madeByPattern]] as const),
]);

const none: readonly Made[] = [];

/** What controllers make from the object. A custom resource may be a workload of its own, or hand over credentials. */
export function madeFrom(object: SetObject): readonly Made[] {
  const { group, kind } = object.ref;
  const own = makers.get(`${group}/${kind}`);
  const made = own === undefined ? none : own.flatMap((maker) => maker(object));
  if (!group.includes('.') || group.endsWith('.k8s.io')) return made;
  return [...made, ...madeFromTemplate(object), ...madeFromConnection(object)];
}

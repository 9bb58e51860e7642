import type { Rule } from '../../rule.ts';
import { applicationDestination } from './application-destination.ts';
import { applicationProject } from './application-project.ts';
import { applicationSource } from './application-source.ts';
import { bindingRole } from './binding-role.ts';
import { bindingSubject } from './binding-subject.ts';
import { claimClass } from './claim-class.ts';
import { claimSource } from './claim-source.ts';
import { configMapReference } from './config-map-reference.ts';
import { definitionExists } from './definition-exists.ts';
import { disruptionBudgetSelectsPods } from './disruption-budget-selects-pods.ts';
import { flowSchemaLevel } from './flow-schema-level.ts';
import { gatewayClassExists } from './gateway-class-exists.ts';
import { ingressBackend } from './ingress-backend.ts';
import { ingressClassExists } from './ingress-class-exists.ts';
import { issuerExists } from './issuer-exists.ts';
import { middlewareExists } from './middleware-exists.ts';
import { monitorTargets } from './monitor-targets.ts';
import { namespaceExists } from './namespace-exists.ts';
import { networkPolicyPeer } from './network-policy-peer.ts';
import { networkPolicySelectsPods } from './network-policy-selects-pods.ts';
import { ownerExists } from './owner-exists.ts';
import { podClaim } from './pod-claim.ts';
import { podPriorityClass } from './pod-priority-class.ts';
import { podRuntimeClass } from './pod-runtime-class.ts';
import { podServiceAccount } from './pod-service-account.ts';
import { policyBindingEnds } from './policy-binding-ends.ts';
import { probePort } from './probe-port.ts';
import { probePortListed } from './probe-port-listed.ts';
import { projectAllows } from './project-allows.ts';
import { routeBackend } from './route-backend.ts';
import { routeParent } from './route-parent.ts';
import { scaleTarget } from './scale-target.ts';
import { secretReference } from './secret-reference.ts';
import { secretStoreExists } from './secret-store-exists.ts';
import { serviceSelectsPods } from './service-selects-pods.ts';
import { serviceTargetPort } from './service-target-port.ts';
import { statefulSetService } from './stateful-set-service.ts';
import { syncWaveOrder } from './sync-wave-order.ts';
import { tlsSecret } from './tls-secret.ts';
import { unitOrder } from './unit-order.ts';
import { virtualServiceEnds } from './virtual-service-ends.ts';
import { webhookService } from './webhook-service.ts';

export const referenceRules: readonly Rule[] = [
  serviceSelectsPods,
  serviceTargetPort,
  ingressBackend,
  ingressClassExists,
  routeBackend,
  routeParent,
  gatewayClassExists,
  scaleTarget,
  disruptionBudgetSelectsPods,
  configMapReference,
  secretReference,
  tlsSecret,
  podServiceAccount,
  podClaim,
  podPriorityClass,
  podRuntimeClass,
  probePort,
  probePortListed,
  bindingRole,
  bindingSubject,
  claimClass,
  claimSource,
  statefulSetService,
  networkPolicySelectsPods,
  networkPolicyPeer,
  monitorTargets,
  issuerExists,
  secretStoreExists,
  applicationProject,
  projectAllows,
  applicationDestination,
  applicationSource,
  namespaceExists,
  definitionExists,
  syncWaveOrder,
  unitOrder,
  webhookService,
  policyBindingEnds,
  ownerExists,
  flowSchemaLevel,
  middlewareExists,
  virtualServiceEnds,
];

export { referencesIn } from './ends.ts';

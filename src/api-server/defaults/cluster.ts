import type { FillType } from './fill-type.ts';
import { fill, madeAt } from './members.ts';
import type { Members } from './members.ts';

const rbac = 'rbac.authorization.k8s.io';

export const ofCluster: Readonly<Record<string, FillType>> = {
  'rbac.v1.RoleRef': (ref) => fill(ref, { apiGroup: rbac }),
  'rbac.v1.Subject': (subject) => {
    if (subject['kind'] === 'User' || subject['kind'] === 'Group') fill(subject, { apiGroup: rbac });
  },
  'storage.v1.StorageClass': (made) => fill(made, { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' }),
  'storage.v1.CSIDriverSpec': (spec, minor) => {
    fill(spec, {
      attachRequired: true,
      podInfoOnMount: false,
      storageCapacity: false,
      fsGroupPolicy: 'ReadWriteOnceWithFSType',
      volumeLifecycleModes: ['Persistent'],
      requiresRepublish: false,
    });
    if (minor >= 28) fill(spec, { seLinuxMount: false });
  },
  'scheduling.v1.PriorityClass': (made) => fill(made, { preemptionPolicy: 'PreemptLowerPriority' }),
  'admissionregistration.v1.ValidatingWebhook': fillWebhook,
  'admissionregistration.v1.MutatingWebhook': (webhook) => {
    fillWebhook(webhook);
    fill(webhook, { reinvocationPolicy: 'Never' });
  },
  'admissionregistration.v1.RuleWithOperations': (rule) => fill(rule, { scope: '*' }),
  'admissionregistration.v1.NamedRuleWithOperations': (rule) => fill(rule, { scope: '*' }),
  'admissionregistration.v1.ServiceReference': (reference) => fill(reference, { port: 443 }),
  'admissionregistration.v1.ValidatingAdmissionPolicySpec': (spec) => fill(spec, { failurePolicy: 'Fail' }),
  'admissionregistration.v1.MutatingAdmissionPolicySpec': (spec) => fill(spec, { failurePolicy: 'Fail' }),
  'admissionregistration.v1.MatchResources': (match) =>
    fill(match, { matchPolicy: 'Equivalent', namespaceSelector: {}, objectSelector: {} }),
  'flowcontrol.v1.FlowSchemaSpec': (spec) => fill(spec, { matchingPrecedence: 1000 }),
  'flowcontrol.v1.ExemptPriorityLevelConfiguration': (level) =>
    fill(level, { nominalConcurrencyShares: 0, lendablePercent: 0 }),
  'flowcontrol.v1.LimitedPriorityLevelConfiguration': (level) => {
    fill(level, { nominalConcurrencyShares: 30, lendablePercent: 0 });
    fill(madeAt(level, 'limitResponse'), {});
  },
  'flowcontrol.v1.QueuingConfiguration': (queues) => fill(queues, { handSize: 8, queues: 64, queueLengthLimit: 50 }),
  'resource.v1.ExactDeviceRequest': fillRequest,
  'resource.v1.DeviceSubRequest': fillRequest,
};

function fillWebhook(webhook: Members): void {
  fill(webhook, {
    failurePolicy: 'Fail',
    matchPolicy: 'Equivalent',
    namespaceSelector: {},
    objectSelector: {},
    timeoutSeconds: 10,
  });
}

function fillRequest(request: Members): void {
  fill(request, { allocationMode: 'ExactCount' });
  if (request['allocationMode'] === 'ExactCount') fill(request, { count: 1 });
}

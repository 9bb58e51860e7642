import { defineAdmissionRule } from 'keelson';
import { key } from '../names.ts';
import { podVariables, tenantPods } from './admission-pods.ts';

const docs = 'platform/policy/admission.md';

export const node = defineAdmissionRule({
  id: 'tenant-off-the-node',
  title: "Tenants' pods stay out of the node: no privileged container, no host namespace, no hostPath.",
  fix: 'Take the setting away; what needs the node is a component of the platform.',
  severity: 'error',
  docs,
  match: tenantPods,
  variables: podVariables,
  validations: [
    {
      expression: 'variables.containers.all(c, !c.?securityContext.?privileged.orValue(false))',
      message: 'No container is privileged.',
    },
    {
      expression:
        '!variables.pod.?hostNetwork.orValue(false) && !variables.pod.?hostPID.orValue(false) && !variables.pod.?hostIPC.orValue(false)',
      message: 'The pod has its own network, processes and memory: no hostNetwork, hostPID or hostIPC.',
    },
    {
      expression: 'variables.pod.?volumes.orValue([]).all(v, !has(v.hostPath))',
      message: 'No volume is a folder of the node (hostPath).',
    },
  ],
});

export const memory = defineAdmissionRule({
  id: 'tenant-memory-limit',
  title: 'Every container of a tenant has a limit of memory, and asks for no less than it.',
  fix: 'Set `resources.requests.memory` and `resources.limits.memory` to the same amount.',
  severity: 'error',
  docs,
  // Pods get theirs from the namespace's LimitRange when they are made.
  match: { ...tenantPods, resourceRules: tenantPods.resourceRules.filter(({ apiGroups }) => !apiGroups.includes('')) },
  variables: podVariables,
  validations: [
    {
      expression: "variables.containers.all(c, c.?resources.?limits[?'memory'].hasValue())",
      messageExpression:
        "'no limit of memory: ' + variables.containers.filter(c, !c.?resources.?limits[?'memory'].hasValue()).map(c, c.name).join(', ')",
    },
    {
      expression:
        "variables.containers.all(c, !c.?resources.?limits[?'memory'].hasValue() || quantity(c.resources.limits['memory']).compareTo(quantity(c.resources.?requests[?'memory'].orValue(c.resources.limits['memory']))) == 0)",
      message: 'Memory is asked for as it is limited: what is lent is taken back by killing.',
    },
  ],
});

export const labels = defineAdmissionRule({
  id: 'tenant-labels',
  title: "Tenants' workloads say what they are and whose.",
  fix: "Let an app kind render the workload, or give it the labels `app.kubernetes.io/name` and the tenant's.",
  severity: 'error',
  docs,
  match: {
    ...tenantPods,
    // What controllers make bears what their templates say.
    excludeResourceRules: [
      { apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] },
      { apiGroups: ['apps'], apiVersions: ['v1'], resources: ['replicasets'] },
      { apiGroups: ['batch'], apiVersions: ['v1'], resources: ['jobs'] },
    ],
  },
  variables: podVariables,
  validations: [
    {
      expression:
        "[object.metadata, variables.template.metadata].all(m, m.?labels[?'app.kubernetes.io/name'].hasValue())",
      message: 'The workload and its pods have the label app.kubernetes.io/name.',
    },
    {
      expression: `[object.metadata, variables.template.metadata].all(m, m.?labels[?'${key.tenant}'].orValue('') == namespaceObject.metadata.labels['${key.tenant}'])`,
      messageExpression: `'The workload and its pods have the label ${key.tenant}: ' + namespaceObject.metadata.labels['${key.tenant}']`,
    },
  ],
});

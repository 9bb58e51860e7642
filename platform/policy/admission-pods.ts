import type { AdmissionRuleDeclaration } from 'keelson';
import { key } from '../names.ts';

type Match = AdmissionRuleDeclaration['match'];
type Variables = NonNullable<AdmissionRuleDeclaration['variables']>;

/** What is in a tenant's namespace. */
export const ofTenants = { matchExpressions: [{ key: key.tenant, operator: 'Exists' as const }] };

/** Pods of tenants, and everything that makes pods for them. */
export const tenantPods: Match = {
  namespaceSelector: ofTenants,
  resourceRules: [
    { apiGroups: [''], apiVersions: ['v1'], resources: ['pods'], scope: 'Namespaced' },
    {
      apiGroups: ['apps'],
      apiVersions: ['v1'],
      resources: ['deployments', 'statefulsets', 'daemonsets', 'replicasets'],
      scope: 'Namespaced',
    },
    { apiGroups: ['batch'], apiVersions: ['v1'], resources: ['jobs', 'cronjobs'], scope: 'Namespaced' },
  ],
};

/** `template`: the pod or the template of pods; `pod`: its `spec`; `containers`: all that it runs. */
export const podVariables: Variables = [
  {
    name: 'template',
    expression:
      "object.kind == 'Pod' ? object : object.kind == 'CronJob' ? object.spec.jobTemplate.spec.template : object.spec.template",
  },
  { name: 'pod', expression: 'variables.template.spec' },
  {
    name: 'containers',
    expression:
      'variables.pod.containers + variables.pod.?initContainers.orValue([]) + variables.pod.?ephemeralContainers.orValue([])',
  },
];

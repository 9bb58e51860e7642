import type { PolicyRule } from '../../schema/types/rbac-v1.ts';
import type { GrantedRule } from './roles.ts';

/** Whether a rule allows one of the verbs on one of the resources, whatever the object's name. */
export function allows(
  { apiGroups = [], resources = [], verbs = [] }: PolicyRule,
  group: string,
  wanted: readonly string[],
  asked: readonly string[],
): boolean {
  return (
    (apiGroups.includes('*') || apiGroups.includes(group)) &&
    (verbs.includes('*') || asked.some((verb) => verbs.includes(verb))) &&
    wanted.some(
      (resource) =>
        resources.includes('*') ||
        resources.includes(resource) ||
        resources.includes(resource.replace(/^[^/]+\//, '*/')),
    )
  );
}

const rbac = 'rbac.authorization.k8s.io';
const write = ['create', 'update', 'patch', 'delete', 'deletecollection'];
const most = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];
const workloads: readonly (readonly [string, readonly string[]])[] = [
  ['', ['pods', 'replicationcontrollers']],
  ['apps', ['daemonsets', 'deployments', 'replicasets', 'statefulsets']],
  ['batch', ['cronjobs', 'jobs']],
];
const baseline: readonly (readonly [string, readonly string[]])[] = [
  ['', ['limitranges', 'resourcequotas']],
  ['networking.k8s.io', ['networkpolicies']],
  [rbac, ['rolebindings', 'roles']],
];

/** Rights that reach further than they look. */
export interface Power {
  /** Completes "may ...". */
  readonly what: string;
  readonly matches: (rule: PolicyRule) => boolean;
}

function anyName(rule: PolicyRule): boolean {
  return (rule.resourceNames ?? []).length === 0;
}

export const powers = {
  everything: {
    what: 'do everything',
    matches: ({ apiGroups = [], resources = [], verbs = [] }) =>
      apiGroups.includes('*') &&
      resources.includes('*') &&
      (verbs.includes('*') || most.every((verb) => verbs.includes(verb))),
  },
  escalate: {
    what: 'write roles with more rights than its own (`escalate`)',
    matches: (rule) => allows(rule, rbac, ['clusterroles', 'roles'], ['escalate']),
  },
  bind: {
    what: 'bind any role, cluster-admin included (`bind`)',
    matches: (rule) => anyName(rule) && allows(rule, rbac, ['clusterroles', 'roles'], ['bind']),
  },
  impersonate: {
    what: 'act as anybody else (`impersonate`)',
    matches: (rule) =>
      anyName(rule) &&
      (allows(rule, '', ['groups', 'serviceaccounts', 'users'], ['impersonate']) ||
        allows(rule, 'authentication.k8s.io', ['uids', 'userextras'], ['impersonate'])),
  },
  nodesProxy: {
    what: 'run commands in every pod of a node, past the audit log (`nodes/proxy`)',
    matches: (rule) => allows(rule, '', ['nodes/proxy'], ['get', ...write]),
  },
  approve: {
    what: 'approve certificates for any signer, so for any user',
    matches: (rule) => anyName(rule) && allows(rule, 'certificates.k8s.io', ['signers'], ['approve']),
  },
  webhooks: {
    what: 'see and change every object on its way in (webhook configurations)',
    matches: (rule) =>
      anyName(rule) &&
      allows(
        rule,
        'admissionregistration.k8s.io',
        ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
        ['create', 'update', 'patch'],
      ),
  },
  tokens: {
    what: 'make tokens of any service account (`serviceaccounts/token`)',
    matches: (rule) => anyName(rule) && allows(rule, '', ['serviceaccounts/token'], ['create']),
  },
  exec: {
    what: 'run commands in pods (`pods/exec`, `pods/attach`)',
    matches: (rule) => allows(rule, '', ['pods/attach', 'pods/exec'], ['get', 'create']),
  },
  secrets: {
    what: 'read or write Secrets',
    matches: (rule) => allows(rule, '', ['secrets'], ['get', 'list', 'watch', 'create', 'delete']),
  },
  readSecrets: {
    what: 'read Secrets',
    matches: (rule) => allows(rule, '', ['secrets'], ['get', 'list', 'watch']),
  },
  pods: {
    what: 'create pods',
    matches: (rule) => workloads.some(([group, resources]) => allows(rule, group, resources, ['create'])),
  },
  baseline: {
    what: 'change the network policies, roles, bindings, quota or limits of a namespace',
    matches: (rule) => baseline.some(([group, resources]) => allows(rule, group, resources, write)),
  },
} as const satisfies Readonly<Record<string, Power>>;

export type PowerName = keyof typeof powers;

/** The rules that give a power. */
export function rulesWith(power: Power, rules: readonly GrantedRule[]): readonly GrantedRule[] {
  return rules.filter(({ rule }) => power.matches(rule));
}

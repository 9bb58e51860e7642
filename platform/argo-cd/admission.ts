import { ValidatingAdmissionPolicy, ValidatingAdmissionPolicyBinding, type Cluster, type Environment } from 'keelson';
import type { Chart } from 'cdk8s';

interface Hub {
  readonly cluster: Cluster;
  readonly environment: Environment;
}

interface Rule {
  readonly expression: string;
  readonly message: string;
}

/** A literal of CEL, a string or a list of them: its double-quoted form takes JSON's escapes. */
const text = (value: string | readonly string[]): string => JSON.stringify(value);

const trackingId = "metadata.?annotations[?'argocd.argoproj.io/tracking-id']";

/** `parts`: the name; `by`: the Application that Argo CD says delivered it, `<environment>.<owner>.delivery`, or nobody. */
const shared = [
  { name: 'parts', expression: "object.metadata.name.split('.')" },
  { name: 'tracked', expression: `object.${trackingId}.orValue('')` },
  { name: 'by', expression: "variables.tracked.split(':')[0].split('.')" },
  {
    name: 'byDelivery',
    expression: "variables.by.size() == 3 && variables.by[2] == 'delivery'",
  },
];

/**
 * What a delivery folder may say is bound to whose folder it is. Argo CD writes the tracking id itself when it applies, so a file
 * cannot claim another's. Without these policies, a delivery folder that names the platform's project is cluster-admin.
 */
export function admissionPolicies(scope: Chart, { cluster, environment }: Hub): void {
  const repository = cluster.delivery?.repository ?? '';
  const root = `dist/${environment.name}/${cluster.name}/platform/root`;
  policy(scope, 'applications', applicationVariables(repository), applicationRules(cluster.name, root));
  policy(scope, 'appprojects', projectVariables, projectRules);
  policy(scope, 'applicationsets', [], applicationSetRules);
}

function applicationVariables(repository: string) {
  return [
    {
      name: 'sources',
      expression:
        'has(object.spec.sources) ? object.spec.sources : (has(object.spec.source) ? [object.spec.source] : [])',
    },
    {
      name: 'configSources',
      // Other spellings of the same repository are the same repository.
      expression: `variables.sources.filter(s, ${spelling('s.repoURL')} == ${spelling(text(repository))})`,
    },
    {
      name: 'onlyConfig',
      expression:
        'variables.sources.size() == 1 && variables.configSources.size() == 1 && has(variables.sources[0].path)',
    },
    { name: 'path', expression: "variables.onlyConfig ? variables.sources[0].path : ''" },
    { name: 'project', expression: "object.spec.project.split('.')" },
    { name: 'isRoot', expression: "object.metadata.name == 'root'" },
    { name: 'isDelivery', expression: "variables.parts.size() == 3 && variables.parts[2] == 'delivery'" },
    { name: 'isUnit', expression: 'variables.parts.size() == 3 && !variables.isDelivery' },
    {
      name: 'folder',
      expression:
        "variables.isUnit && variables.project.size() == 2 ? 'dist/' + variables.project[0] + '/' + variables.parts.join('/') : ''",
    },
    {
      name: 'asBaseline',
      expression:
        "variables.isUnit && variables.parts[2] == 'baseline' && variables.project.size() == 2 && variables.project[1] == 'platform' && variables.path == variables.folder",
    },
  ];
}

/** A repository URL without what Git hosts do not tell apart. */
function spelling(url: string): string {
  return `${url}.lowerAscii().replace('.git', '')`;
}

function applicationRules(hub: string, root: string): readonly Rule[] {
  const toHub = `object.spec.destination.?name.orValue('') == ${text(hub)} && object.spec.destination.?namespace.orValue('') == 'argocd'`;
  return [
    {
      expression: 'variables.isRoot || variables.isDelivery || variables.isUnit',
      message:
        'An Application is named <cluster>.<owner>.<unit>; the hub makes <environment>.<owner>.delivery and root.',
    },
    {
      expression: `!variables.isRoot || (object.spec.project == 'root' && variables.by[0] in ['', 'root'] && ${toHub} && variables.path == ${text(root)})`,
      message: 'Application root delivers the root folder, in project root.',
    },
    {
      expression: `!variables.isDelivery || (object.spec.project == 'root' && variables.tracked == '' && ${toHub} && variables.path == 'dist/' + variables.parts[0] + ${text(`/${hub}/`)} + variables.parts[1] + '/delivery')`,
      message: 'A delivery Application is made by ApplicationSet delivery from its folder, in project root.',
    },
    {
      expression:
        "!variables.isUnit || variables.tracked == '' || (variables.byDelivery && variables.by[1] == variables.parts[1] && variables.by[0] == variables.project[0])",
      message: "An Application lies in the delivery folder of its own owner and of its project's environment.",
    },
    {
      expression:
        '!variables.isUnit || (variables.project.size() == 2 && variables.project[1] == variables.parts[1]) || variables.asBaseline',
      message:
        "An Application uses its owner's project, <environment>.<owner>; only <tenant>.baseline, rendered from its own folder, uses the platform's.",
    },
    {
      expression:
        "!variables.isUnit || (object.spec.destination.?name.orValue('') == variables.parts[0] && !has(object.spec.destination.server))",
      message: 'An Application delivers to the cluster that its name begins with.',
    },
    {
      expression: '!variables.isUnit || variables.configSources.all(s, !has(s.path) || s.path == variables.folder)',
      message: 'Of the config repository, an Application delivers its own folder only.',
    },
    {
      expression: '!has(object.spec.sourceHydrator)',
      message: 'Sources are rendered in the repository, not hydrated on the hub.',
    },
  ];
}

/** Group and kind; the core group is empty. */
const keptKinds = [
  '/LimitRange',
  '/ResourceQuota',
  'acme.cert-manager.io/Challenge',
  'acme.cert-manager.io/Order',
  'argoproj.io/AppProject',
  'argoproj.io/Application',
  'argoproj.io/ApplicationSet',
  'cert-manager.io/Certificate',
  'cert-manager.io/CertificateRequest',
  'gateway.networking.k8s.io/Gateway',
  'gateway.networking.k8s.io/ListenerSet',
  'networking.k8s.io/NetworkPolicy',
  'rbac.authorization.k8s.io/Role',
  'rbac.authorization.k8s.io/RoleBinding',
];

const projectVariables = [
  { name: 'ofTenant', expression: "variables.parts.size() == 2 && variables.parts[1] != 'platform'" },
];

const projectRules: readonly Rule[] = [
  {
    // Argo CD itself makes `default`; no Application may use it.
    expression:
      "variables.parts.size() == 2 || (object.metadata.name == 'root' && variables.by[0] in ['', 'root']) || (object.metadata.name == 'default' && variables.tracked == '')",
    message: 'An AppProject is named <environment>.<owner>.',
  },
  {
    expression:
      "variables.parts.size() != 2 || variables.tracked == '' || (variables.byDelivery && variables.by[0] == variables.parts[0] && variables.by[1] == variables.parts[1])",
    message: 'An AppProject lies in the delivery folder of its own environment and owner.',
  },
  {
    expression: '!variables.ofTenant || object.spec.?clusterResourceWhitelist.orValue([]).size() == 0',
    message: "A tenant's AppProject allows no cluster-scoped kind.",
  },
  {
    expression:
      "!variables.ofTenant || object.spec.?destinations.orValue([]).all(d, has(d.name) && !has(d.server) && !d.name.contains('*') && has(d.namespace) && !d.namespace.contains('*') && d.namespace != 'argocd')",
    message: "A tenant's AppProject names its clusters and namespaces exactly, and never Argo CD's.",
  },
  {
    expression:
      "!variables.ofTenant || (object.spec.?sourceRepos.orValue([]).all(r, !r.contains('*')) && object.spec.?sourceNamespaces.orValue([]).size() == 0)",
    message: "A tenant's AppProject names its repositories exactly.",
  },
  {
    expression: `!variables.ofTenant || ${text(keptKinds)}.all(k, object.spec.?namespaceResourceBlacklist.orValue([]).exists(b, b.group + '/' + b.kind == k))`,
    message: "A tenant's AppProject leaves quota, limits, network policies and roles to the platform.",
  },
];

const applicationSetRules: readonly Rule[] = [
  {
    expression: "object.metadata.name == 'delivery' && variables.by[0] in ['', 'root']",
    message: 'The only ApplicationSet is `delivery` of the root folder.',
  },
];

function policy(
  scope: Chart,
  resource: 'applications' | 'appprojects' | 'applicationsets',
  variables: readonly { readonly name: string; readonly expression: string }[],
  validations: readonly Rule[],
): void {
  const name = `${resource}.argocd.keelson.dev`;
  new ValidatingAdmissionPolicy(scope, `${resource}-policy`, {
    metadata: { name },
    spec: {
      failurePolicy: 'Fail',
      matchConstraints: {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'argocd' } },
        resourceRules: [
          {
            apiGroups: ['argoproj.io'],
            apiVersions: ['v1alpha1'],
            operations: ['CREATE', 'UPDATE'],
            resources: [resource],
            scope: 'Namespaced',
          },
        ],
      },
      // Argo CD writes an Application's status all the time, and takes finalizers off what is being deleted.
      matchConditions: [
        { name: 'not-being-deleted', expression: '!has(object.metadata.deletionTimestamp)' },
        {
          name: 'changed',
          expression: `oldObject == null || object.spec != oldObject.spec || object.${trackingId} != oldObject.${trackingId}`,
        },
      ],
      variables: [...shared, ...variables],
      validations: validations.map((rule) => ({ ...rule, reason: 'Forbidden' as const })),
    },
  });
  new ValidatingAdmissionPolicyBinding(scope, `${resource}-binding`, {
    metadata: { name },
    spec: { policyName: name, validationActions: ['Deny'] },
  });
}

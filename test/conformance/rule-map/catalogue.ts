import { rowsOf } from './row.ts';
import type { Row } from './row.ts';

/** How many wishes of each area there are. */
export const areas: Readonly<Record<string, number>> = {
  SCH: 5,
  TEN: 19,
  QUO: 6,
  RBAC: 7,
  NET: 9,
  ING: 10,
  POD: 15,
  SEC: 5,
  ARG: 12,
  API: 6,
  CMP: 7,
  ENV: 3,
  PROM: 8,
  DRF: 5,
  CST: 4,
  GOV: 3,
};

/** `!code` is a UserError's, `?word` a reason; the rest are rules. */
export const catalogue: readonly Row[] = rowsOf(`
  SCH-001 | a schema per kind; unknown keys | field-types known-fields known-kind valid-custom-resource !unknown-key !invalid-field
  SCH-002 | API versions that moved | deprecated-api removed-api removed-next
  SCH-003 | file and folder are named like what they declare | !name-differs-from-path !invalid-file-name !misplaced-declaration
  SCH-004 | YAML: keys once, one document, anchors that exist | unique-keys readable !yaml-duplicate-key !not-one-document !yaml-unknown-anchor
  SCH-005 | formats: e-mail, URL, names, labels, addresses, cron, durations, quantities | valid-cron-job argo-sync-windows !invalid-field !invalid-cidr

  TEN-001 | names are unique | !duplicate-name
  TEN-002 | reserved names | !reserved-name
  TEN-003 | parents exist, without a circle, not too deep | !unknown-parent !parent-not-org-unit !parent-cycle !parent-too-deep
  TEN-004 | environments exist, take tenants, and are the parent's | !unknown-environment !environment-not-tenanted !environment-not-allowed
  TEN-005 | lengths of derived names | argo-name-length !name-too-long
  TEN-006 | groups: named, in the right form, not shared by a crowd, not the platform's | tenant-group !field-missing !invalid-field
  TEN-007 | groups for production | !field-missing
  TEN-008 | the secrets feature needs both groups | ?features
  TEN-009 | identities in a cloud belong to the tenant | service-account-identity
  TEN-010 | a repository belongs to one tenant | tenant-repository !origin-is-platform-repository
  TEN-011 | a project is attached to a VPC once | ?cloud
  TEN-012 | a sandbox ends, and is not in production | tenant-expired !field-missing !sandbox-in-prod
  TEN-013 | what a tenant uses is on every cluster where it is | !capability-missing
  TEN-014 | order and protection of deletions | argo-protected-kinds argo-application-set-deletion !too-many-deletes
  TEN-015 | moves and renames are seen | ?change
  TEN-016 | last days of tenants and waivers | tenant-expired waiver-expired
  TEN-017 | somebody pays | !field-missing
  TEN-018 | data stays in its regions | !region-not-allowed
  TEN-019 | classification asks for isolation | data-classification !pod-security-too-weak

  QUO-001 | quota and limits in every namespace of a tenant | tenant-quota
  QUO-002 | children within their parent | ?parents
  QUO-003 | all tenants within the capacity | cluster-capacity
  QUO-004 | a quota on limits needs default limits | quota-defaults quota-refuses-pods
  QUO-005 | no load balancers and node ports unless granted | tenant-exposure-quota
  QUO-006 | what is rendered fits its quota | fits-quota

  RBAC-001 | no cluster-admin for tenants | cluster-admin-binding tenant-access
  RBAC-002 | no wildcards | wildcard-rights
  RBAC-003 | no way up: escalate, bind, impersonate, nodes/proxy, approvals, webhooks | escalate-verb bind-verb impersonate-verb nodes-proxy approve-certificates webhook-configurations tenant-escalation
  RBAC-004 | roles and subjects exist | binding-role binding-subject
  RBAC-005 | no rights at another tenant | tenant-access
  RBAC-006 | secrets are not inherited | tenant-secrets secrets-access
  RBAC-007 | a change of who may do what is acknowledged | ?change

  NET-001 | default deny | tenant-default-deny isolated-pod
  NET-002 | DNS is allowed | dns-egress
  NET-003 | no empty selectors in what a tenant allows | tenant-open-policy
  NET-004 | what is reachable is what is declared | network-reach declared-reach
  NET-005 | blocks of addresses do not overlap | !cidr-overlap !invalid-cidr
  NET-006 | policies of a kind that the network plugin reads | policy-flavour
  NET-007 | static egress needs address translation | ?cloud
  NET-008 | addresses and ports of the translation | ?cloud
  NET-009 | no way to the metadata server | metadata-egress

  ING-001 | a host and path is served once | unique-route !duplicate-host
  ING-002 | hosts are within the domains allowed | tenant-host !host-of-another
  ING-003 | classes exist and are allowed | ingress-class ingress-class-exists gateway-class-exists
  ING-004 | TLS, with a certificate for the host | ingress-tls ingress-tls-hosts route-tls certificate-names tls-secret
  ING-005 | targets and names of external-dns are in the domains | external-dns-target
  ING-006 | internal hosts stay inside | internal-host
  ING-007 | no snippets and dangerous annotations | ingress-snippet
  ING-008 | no empty host or default backend | ingress-host wildcard-host tenant-any-host
  ING-009 | middlewares exist in their namespace | middleware-exists
  ING-010 | ingress-nginx has ended | ingress-nginx-retired

  POD-001 | the Pod Security Standards | pss-privileged pss-run-as-non-root
  POD-002 | probes | liveness-probe readiness-probe distinct-probes probe-port
  POD-003 | requests and limits; CPU limits where they are meant | cpu-requests memory-requests memory-limits no-cpu-limits
  POD-004 | no latest | image-not-latest
  POD-005 | digests in production | image-digest-pinned
  POD-006 | registries | image-registry
  POD-007 | disruption budgets fit replicas | budget-allows-disruption budget-below-replicas budget-present
  POD-008 | autoscalers have requests to go by | autoscaler-needs-requests
  POD-009 | one autoscaler for one metric | vertical-and-horizontal one-autoscaler
  POD-010 | replicas are spread | spread-replicas topology-spread anti-affinity
  POD-011 | priorities | priority-class pod-priority-class
  POD-012 | no token that nobody uses | automount-service-account-token
  POD-013 | no secrets in environment variables | secret-in-env sensitive-env-name
  POD-014 | root file systems are read-only | read-only-root-filesystem
  POD-015 | nothing with state on spot nodes | stateful-on-spot

  SEC-001 | no secret in plain text | plain-secret plain-credential secret-in-config-map secret-in-arguments
  SEC-002 | prefixes keep tenants' secrets apart | secret-prefix
  SEC-003 | stores exist | secret-store-exists
  SEC-004 | encrypted means encrypted | half-encrypted-secret
  SEC-005 | no key files for a cloud | static-cloud-credentials

  ARG-001 | no Application in project default | argo-default-project
  ARG-002 | no wildcards in AppProjects | argo-project-limits
  ARG-003 | destinations are the tenant's own, by server or by name | argo-destination-owner argo-destination project-allows application-destination
  ARG-004 | paths exist | application-source
  ARG-005 | finalizers and pruning of what cannot be had back | argo-finalizers argo-protected-kinds argo-replace
  ARG-006 | lengths of names, tracking | argo-name-length
  ARG-007 | waves respect what needs what | sync-wave-order unit-order argo-sync-wave
  ARG-008 | sourceNamespaces without Argo CD's own | argo-project-source-namespaces
  ARG-009 | revisions are pinned in production | argo-revision argo-chart-version
  ARG-010 | differences are ignored where they must be, and only there | argo-ignore-differences argo-ca-bundle autoscaled-replicas
  ARG-011 | an object has one Application | argo-applications-overlap unique-object
  ARG-012 | sync windows can be read | argo-sync-windows

  API-001 | versions that the cluster serves | removed-api known-kind known-version
  API-002 | a custom resource needs its definition | definition-exists
  API-003 | custom resources against their schemas | valid-custom-resource schema-missing
  API-004 | fields that cannot change | valid-deployment valid-stateful-set valid-service valid-role-binding
  API-005 | a definition goes while objects of it are there | definition-exists argo-protected-kinds
  API-006 | objects too large for client-side apply | annotation-size argo-application-size

  CMP-001 | components: needs, circles, conflicts, versions | !capability-missing !capability-cycle !conflict !component-incompatible
  CMP-002 | a definition is complete | !missing-field !outputs-invalid !component-empty
  CMP-003 | alerts say what to do | documented-alerts
  CMP-004 | versions are exact and locked | argo-chart-version !chart-version-not-exact !pin-not-available
  CMP-005 | nothing retired | component-life-cycle ingress-nginx-retired
  CMP-006 | a definition has one owner | definition-owner
  CMP-007 | a capability has one provider | !capability-provided-twice

  ENV-001 | releases and pins exist | !pin-not-available !unknown-component
  ENV-002 | environments without tenants have none | !environment-not-tenanted
  ENV-003 | an order without circles | ?promotion

  PROM-001 | never ahead of the environment before | ?promotion
  PROM-002 | minimum age | ?promotion
  PROM-003 | alerts | ?promotion
  PROM-004 | checks and approvals | ?promotion
  PROM-005 | lag | ?promotion
  PROM-006 | freezes | ?promotion
  PROM-007 | production equals staging | ?promotion
  PROM-008 | no downgrades | ?promotion

  DRF-001 | dist/ is what the source renders | dist-untouched
  DRF-002 | strays in dist/ | ?drift
  DRF-003 | the cluster is what dist/ says | ?drift
  DRF-004 | Applications that are not synced | ?drift
  DRF-005 | declarations against facts outside | ?drift

  CST-001 | labels to sum costs by | cost-labels
  CST-002 | budget against quota | ?cost
  CST-003 | hints for cheaper nodes | ?cost
  CST-004 | hibernation | ?cost

  GOV-001 | a new rule over all that exists | ?retrospect
  GOV-002 | a policy per tenant | admission-policy
  GOV-003 | waivers end, and somebody answers for them | waiver-expired waiver-owner
`);

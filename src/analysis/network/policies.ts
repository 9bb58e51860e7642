import type { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../../schema/types/networking-v1.ts';
import { selects } from '../selector.ts';
import type { Labels } from '../selector.ts';
import type { SetObject } from '../set-object.ts';
import type { World } from '../world.ts';

export type Direction = 'ingress' | 'egress';

/** One rule of a policy. */
export interface PlacedRule {
  readonly policy: Policy;
  readonly pointer: string;
  /** Undefined: from or to anywhere. */
  readonly peers: readonly NetworkPolicyPeer[] | undefined;
  /** Undefined: every port. */
  readonly ports: readonly NetworkPolicyPort[] | undefined;
}

export interface Policy {
  readonly object: SetObject;
  readonly namespace: string | undefined;
  /** Whether it takes these pods. */
  readonly takes: (labels: Labels) => boolean;
  readonly takesAll: boolean;
  /** What it closes, but for its rules. */
  readonly isolates: Readonly<Record<Direction, boolean>>;
  readonly rules: Readonly<Record<Direction, readonly PlacedRule[]>>;
}

export interface Policies {
  readonly all: readonly Policy[];
  /** Those of a namespace, and in plain files those that say none. */
  readonly of: (namespace: string | undefined) => readonly Policy[];
  /** Those of a namespace that take pods with these labels. */
  readonly taking: (namespace: string | undefined, labels: Labels) => readonly Policy[];
}

export function policiesOf(world: World): Policies {
  return world.view(makePolicies);
}

/** Any namespace: no namespace has this name. */
const any = '*';

function makePolicies(world: World): Policies {
  const all = world
    .ofKind('networking.k8s.io/NetworkPolicy')
    .filter(({ apiVersion }) => apiVersion === 'networking.k8s.io/v1')
    .map(policyOf);
  const byNamespace = new Map<string, Policy[]>();
  /** By namespace and one label that the selector asks for: a pod looks at few policies, however many there are. */
  const byLabel = new Map<string, Policy[]>();
  for (const policy of all) {
    const [label] = Object.entries((policy.object.object as NetworkPolicy).spec?.podSelector?.matchLabels ?? {});
    for (const namespace of new Set([policy.namespace ?? '', any])) {
      add(byNamespace, namespace, policy);
      add(byLabel, keyOf(namespace, label), policy);
    }
  }
  return {
    all,
    of: (namespace) => places(namespace).flatMap((place) => byNamespace.get(place) ?? []),
    taking(namespace, labels) {
      const keys = places(namespace).flatMap((place) =>
        [undefined, ...Object.entries(labels)].map((label) => keyOf(place, label)),
      );
      const found = keys.flatMap((key) => byLabel.get(key) ?? []).filter(({ takes }) => takes(labels));
      // In which order a pod has its labels does not show.
      return found.toSorted((a, b) => (a.object.ref.name < b.object.ref.name ? -1 : 1));
    },
  };
}

function places(namespace: string | undefined): readonly string[] {
  return namespace === undefined ? [any] : [namespace, ''];
}

function keyOf(namespace: string, label: readonly [string, string] | undefined): string {
  return `${namespace}\n${label === undefined ? '' : label.join('=')}`;
}

function add(index: Map<string, Policy[]>, key: string, policy: Policy): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [policy]);
  else known.push(policy);
}

function policyOf(object: SetObject): Policy {
  const { spec = {} } = object.object as NetworkPolicy;
  const { podSelector = {}, egress = [], ingress = [] } = spec;
  // As the server fills it in: ingress always, egress when there is a rule for it.
  const types = spec.policyTypes ?? [];
  const isolates =
    types.length === 0
      ? { ingress: true, egress: egress.length > 0 }
      : { ingress: types.includes('Ingress'), egress: types.includes('Egress') };
  const rules: Record<Direction, readonly PlacedRule[]> = { ingress: [], egress: [] };
  const policy: Policy = {
    object,
    namespace: object.ref.namespace,
    takes: (labels) => selects(podSelector, labels),
    takesAll: Object.keys(podSelector.matchLabels ?? {}).length + (podSelector.matchExpressions ?? []).length === 0,
    isolates,
    rules,
  };
  if (isolates.ingress)
    rules.ingress = ingress.map(({ from, ports }, index) => placed(policy, `/spec/ingress/${index}`, from, ports));
  if (isolates.egress)
    rules.egress = egress.map(({ to, ports }, index) => placed(policy, `/spec/egress/${index}`, to, ports));
  return policy;
}

/** An empty list means the same as none: everything. */
function placed(
  policy: Policy,
  pointer: string,
  peers: readonly NetworkPolicyPeer[] | undefined,
  ports: readonly NetworkPolicyPort[] | undefined,
): PlacedRule {
  return {
    policy,
    pointer,
    peers: peers === undefined || peers.length === 0 ? undefined : peers,
    ports: ports === undefined || ports.length === 0 ? undefined : ports,
  };
}

/** Whether a rule's ports have one of a protocol; `undefined` in the rule is every port. */
export function opens(ports: readonly NetworkPolicyPort[] | undefined, number: number, protocol: string): boolean {
  return (
    ports === undefined ||
    ports.some(({ port, endPort, protocol: own = 'TCP' }) => {
      if (own !== protocol) return false;
      if (port === undefined) return true;
      // A named port is of the pods at the other end: it may be this one.
      if (typeof port === 'string') return true;
      return endPort === undefined ? port === number : port <= number && number <= endPort;
    })
  );
}

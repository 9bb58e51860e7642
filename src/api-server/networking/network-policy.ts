import { dns1123Subdomain, parseCidr, portName, portNumber } from '../../formats/index.ts';
import type { IPBlock, NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../../schema/types/networking-v1.ts';
import type { Check } from '../check.ts';
import { forbidden, invalid, required } from '../check.ts';
import { checkRange } from '../core/address-field.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { checkOneOf, checkText } from '../text-field.ts';
import { isStrictSubset } from './range.ts';

const specAt = child(undefined, 'spec');

export const networkPolicyValidation = defineKind<NetworkPolicy>({
  group: 'networking.k8s.io',
  kind: 'NetworkPolicy',
  versions: ['v1'],
  rule: {
    id: 'valid-network-policy',
    title: 'A NetworkPolicy names peers by selector or address range, and ports by number or name.',
    fix: 'Give each peer selectors or an `ipBlock` (not both), and each `endPort` a numeric `port` that is not above it.',
  },
  name: dns1123Subdomain,
  validate(check, policy) {
    const spec = policy.spec ?? {};
    validateLabelSelector(check, spec.podSelector ?? {}, child(specAt, 'podSelector'));
    const kept = rangesOf(check.old as NetworkPolicy | undefined);
    for (const [position, { from = [], ports = [] }] of (spec.ingress ?? []).entries()) {
      const at = index(child(specAt, 'ingress'), position);
      validateRule(check, from, child(at, 'from'), ports, child(at, 'ports'), kept);
    }
    for (const [position, { to = [], ports = [] }] of (spec.egress ?? []).entries()) {
      const at = index(child(specAt, 'egress'), position);
      validateRule(check, to, child(at, 'to'), ports, child(at, 'ports'), kept);
    }
    validateTypes(check, spec.policyTypes ?? [], child(specAt, 'policyTypes'));
  },
});

/** Ranges that stood in the policy before stay allowed. */
function rangesOf(old: NetworkPolicy | undefined): readonly string[] {
  const peers = [
    ...(old?.spec?.ingress ?? []).flatMap(({ from = [] }) => from),
    ...(old?.spec?.egress ?? []).flatMap(({ to = [] }) => to),
  ];
  return peers.flatMap(({ ipBlock }) => [ipBlock?.cidr ?? ''].concat(ipBlock?.except ?? []));
}

function validateRule(
  check: Check,
  peers: readonly NetworkPolicyPeer[],
  peersAt: FieldPath,
  ports: readonly NetworkPolicyPort[],
  portsAt: FieldPath,
  kept: readonly string[],
): void {
  for (const [position, port] of ports.entries()) validatePort(check, port, index(portsAt, position));
  for (const [position, peer] of peers.entries()) validatePeer(check, peer, index(peersAt, position), kept);
}

function validatePort(check: Check, { port, endPort, protocol }: NetworkPolicyPort, at: FieldPath): void {
  if (protocol !== undefined) checkOneOf(check, child(at, 'protocol'), protocol, ['TCP', 'UDP', 'SCTP']);
  const endAt = child(at, 'endPort');
  if (typeof port === 'number') {
    checkNumber(check, child(at, 'port'), port);
    if (endPort === undefined) return;
    if (endPort < port) invalid(check, endAt, endPort, 'may not be below `port`');
    checkNumber(check, endAt, endPort);
    return;
  }
  if (endPort !== undefined) invalid(check, endAt, endPort, 'needs a numeric `port`');
  if (port !== undefined) checkText(check, child(at, 'port'), port, portName);
}

function checkNumber(check: Check, at: FieldPath, value: number): void {
  const wrong = portNumber(value);
  if (wrong !== undefined) invalid(check, at, value, wrong);
}

function validatePeer(check: Check, peer: NetworkPolicyPeer, at: FieldPath, kept: readonly string[]): void {
  const { ipBlock, namespaceSelector, podSelector } = peer;
  const selectors = [namespaceSelector, podSelector].filter((one) => one !== undefined);
  if (podSelector !== undefined) validateLabelSelector(check, podSelector, child(at, 'podSelector'));
  if (namespaceSelector !== undefined) validateLabelSelector(check, namespaceSelector, child(at, 'namespaceSelector'));
  if (ipBlock !== undefined) validateBlock(check, ipBlock, child(at, 'ipBlock'), kept);
  if (ipBlock === undefined && selectors.length === 0) required(check, at, 'must have a selector or an `ipBlock`');
  if (ipBlock !== undefined && selectors.length > 0) forbidden(check, at, 'an `ipBlock` has no selector beside it');
}

function validateBlock(check: Check, block: IPBlock, at: FieldPath, kept: readonly string[]): void {
  const range = block.cidr ?? '';
  if (range === '') return required(check, child(at, 'cidr'));
  checkRange(check, child(at, 'cidr'), range, kept);
  const outer = parseCidr(range);
  if (outer === undefined) return;
  for (const [position, except] of (block.except ?? []).entries()) {
    const exceptAt = index(child(at, 'except'), position);
    checkRange(check, exceptAt, except, kept);
    const inner = parseCidr(except);
    if (inner !== undefined && !isStrictSubset(inner, outer)) {
      invalid(check, exceptAt, except, `must be a part of ${range}, and smaller`);
    }
  }
}

function validateTypes(check: Check, types: readonly string[], at: FieldPath): void {
  if (types.length > 2) return invalid(check, at, types, 'may have two items at most');
  for (const [position, type] of types.entries()) checkOneOf(check, index(at, position), type, ['Ingress', 'Egress']);
}

import { findingsInFleet, told } from './in-fleet.ts';
import type { Platform } from '../model/platform.ts';

/** A policy for every pod of a namespace. */
export function policy(namespace: string, spec: object, name = 'one'): object {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: { podSelector: {}, ...spec },
  };
}

export function namespace(name: string): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

/** Peers that are a namespace by its name. */
export function named(name: string): object {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}

/** What a rule says of these objects of the tenant payments on dev-eu-1. */
export function sayOfPayments(
  rule: string,
  objects: readonly object[],
  network?: NonNullable<Platform['tenants'][number]['network']>,
): readonly string[] {
  return told(
    findingsInFleet({
      rule,
      cluster: 'dev-eu-1',
      units: { 'dev/dev-eu-1/payments/baseline': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }) },
      change: (platform) => {
        if (network === undefined) return;
        platform.tenants = platform.tenants.map((tenant) =>
          tenant.name === 'payments' ? { ...tenant, network } : tenant,
        );
      },
    }),
  );
}

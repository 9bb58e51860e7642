import type { JsonObject } from '../kernel/index.ts';
import type { Component, Environment, Fleet, Unit } from '../model/types.ts';
import type { ReportBody } from './documents.ts';
import { compare, plain } from './envelope.ts';
import { table } from './words.ts';

export type ListKind = 'units' | 'tenants' | 'apps' | 'components' | 'environments' | 'clusters';

interface Listing {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly items: readonly JsonObject[];
}

/** What `keelson list KIND` shows, sorted by name or id. */
export function listBody(fleet: Fleet, kind: ListKind): ReportBody {
  const { items } = listing(fleet, kind);
  return { kind, items, summary: { items: items.length } };
}

export function listText(fleet: Fleet, kind: ListKind): string {
  const { header, rows } = listing(fleet, kind);
  return rows.length === 0 ? `no ${kind}\n` : table(header, rows);
}

function listing(fleet: Fleet, kind: ListKind): Listing {
  const list = lists[kind](fleet);
  return { ...list, items: list.items.map((item) => plain(item) as JsonObject) };
}

const lists: Readonly<Record<ListKind, (fleet: Fleet) => Listing>> = {
  units(fleet) {
    const units = fleet.units.toSorted((a, b) => compare(a.ref.id, b.ref.id));
    return {
      header: ['UNIT', 'KIND', 'OWNER', 'WAVE', 'DECLARED'],
      rows: units.map((unit) => [
        unit.ref.id,
        unit.ref.kind,
        unit.ref.owner,
        String(unit.wave),
        `${unit.declared.file}:${unit.declared.line}`,
      ]),
      items: units.map(unitItem),
    };
  },
  tenants(fleet) {
    const tenants = fleet.tenants.toSorted((a, b) => compare(a.name, b.name));
    return {
      header: ['TENANT', 'TYPE', 'OWNER', 'ENVIRONMENTS', 'CLUSTERS'],
      rows: tenants.map((tenant) => [
        tenant.name,
        tenant.type,
        tenant.owner,
        joined(tenant.environments),
        joined(tenant.clusters),
      ]),
      items: tenants.map((tenant) => plain(tenant) as JsonObject),
    };
  },
  apps(fleet) {
    const apps = fleet.apps.toSorted((a, b) => compare(a.tenant, b.tenant) || compare(a.name, b.name));
    return {
      header: ['APP', 'KIND', 'ORIGIN', 'ENVIRONMENTS', 'CLUSTERS'],
      rows: apps.map((app) => [
        `${app.tenant}/${app.name}`,
        app.kind ?? '-',
        app.origin,
        joined(app.environments),
        joined(app.clusters),
      ]),
      items: apps.map((app) => plain(app) as JsonObject),
    };
  },
  components(fleet) {
    const components = fleet.components.toSorted((a, b) => compare(a.name, b.name));
    const placed = (name: string): readonly string[] =>
      fleet.units
        .filter((unit) => unit.ref.kind === 'component' && unit.ref.name === name)
        .map((unit) => unit.ref.cluster);
    return {
      header: ['COMPONENT', 'STAGE', 'OWNER', 'CLUSTERS', 'PROVIDES'],
      rows: components.map((component) => [
        component.name,
        component.lifecycle.stage,
        component.owner,
        joined(placed(component.name).toSorted(compare)),
        joined(component.provides),
      ]),
      items: components.map((one) => withClusters(one, placed(one.name).toSorted(compare))),
    };
  },
  environments(fleet) {
    const environments = fleet.environments.toSorted((a, b) => compare(a.name, b.name));
    const clusters = (name: string): readonly string[] =>
      fleet.clusters
        .filter((cluster) => cluster.environment === name)
        .map((cluster) => cluster.name)
        .toSorted(compare);
    return {
      header: ['ENVIRONMENT', 'TIER', 'PHASE', 'OWNER', 'CLUSTERS'],
      rows: environments.map((one) => [one.name, one.tier, one.phase, one.owner, joined(clusters(one.name))]),
      items: environments.map((one) => withClusters(one, clusters(one.name))),
    };
  },
  clusters(fleet) {
    const clusters = fleet.clusters.toSorted((a, b) => compare(a.name, b.name));
    return {
      header: ['CLUSTER', 'ENVIRONMENT', 'HUB', 'PROVIDER', 'KUBERNETES'],
      rows: clusters.map((one) => [one.name, one.environment, one.hub, one.provider.name, one.kubernetes]),
      items: clusters.map((one) => plain(one) as JsonObject),
    };
  },
};

function unitItem({ ref, wave, requires, declared, hasObjects }: Unit): JsonObject {
  return { ...ref, wave, requires, declared: { ...declared }, hasObjects };
}

function withClusters(item: Component | Environment, clusters: readonly string[]): JsonObject {
  return { ...(plain(item) as JsonObject), clusters };
}

function joined(names: readonly string[]): string {
  return names.length === 0 ? '-' : names.join(',');
}

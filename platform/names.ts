import type { Tenant } from 'keelson';

/** Meridian's own label and annotation keys: one prefix, so that nobody else's label is taken for ours. */
export const key = {
  tenant: 'meridian.example/tenant',
  orgUnit: 'meridian.example/org-unit',
  environment: 'meridian.example/environment',
  owner: 'meridian.example/owner',
  costCentre: 'meridian.example/cost-centre',
  dataClassification: 'meridian.example/data-classification',
  criticality: 'meridian.example/criticality',
  contact: 'meridian.example/contact',
  chat: 'meridian.example/chat',
  /** On the namespaces of platform components. */
  component: 'meridian.example/component',
} as const;

/** Every object says who maintains it and whose it is. */
export function tenantLabels(tenant: Pick<Tenant, 'name'>): Readonly<Record<string, string>> {
  return { 'app.kubernetes.io/managed-by': 'keelson', [key.tenant]: tenant.name };
}

export function componentLabels(component: string): Readonly<Record<string, string>> {
  return { 'app.kubernetes.io/managed-by': 'keelson', [key.component]: component };
}

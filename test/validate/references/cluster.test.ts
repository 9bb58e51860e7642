import { expect, test } from 'vitest';
import { findingsInFleet } from '../in-fleet.ts';

function say(rule: string, cluster: string, units: Readonly<Record<string, string>>): readonly string[] {
  return findingsInFleet({ rule, cluster, units }).map(({ severity, message }) => `${severity}: ${message}`);
}

const checkout = 'dev/dev-eu-1/payments/checkout';
const baseline = 'dev/dev-eu-1/payments/baseline';
const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: payments-dev }\n';

function configMap(place: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: ${place} }\n`;
}

test('two units of a cluster that render one object are both named', () => {
  expect(say('unique-object', 'dev-eu-1', { [checkout]: configMap('a'), [baseline]: configMap('a') })).toEqual([
    `error: ConfigMap a/settings is there twice: in unit ${baseline} and in unit ${checkout}; their two Applications would take it from each other`,
  ]);
});

test('a cluster of a fleet is closed: what it does not get is not there', () => {
  expect(say('namespace-exists', 'dev-eu-1', { [checkout]: configMap('payments-dev') })).toEqual([
    'error: ConfigMap payments-dev/settings is in Namespace payments-dev, which cluster dev-eu-1 does not have',
  ]);
  expect(say('namespace-exists', 'dev-eu-1', { [checkout]: configMap('payments-dev'), [baseline]: namespace })).toEqual(
    [],
  );
  const report = 'apiVersion: example.com/v1\nkind: Report\nmetadata: { name: nightly, namespace: payments-dev }\n';
  expect(say('definition-exists', 'dev-eu-1', { [checkout]: report })).toEqual([
    'error: Report.example.com payments-dev/nightly needs the CustomResourceDefinition of Report.example.com, which cluster dev-eu-1 does not have',
  ]);
});

test('what a unit cannot be created without comes from a unit before it', () => {
  expect(say('unit-order', 'dev-eu-1', { [checkout]: configMap('payments-dev'), [baseline]: namespace })).toEqual([]);
  expect(say('unit-order', 'dev-eu-1', { [baseline]: configMap('payments-dev'), [checkout]: namespace })).toEqual([
    `error: ConfigMap payments-dev/settings of unit ${baseline} needs Namespace payments-dev, which unit ${checkout} brings, and nothing says that that one comes first`,
  ]);
});

test('a definition has one owner', () => {
  const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: applications.argoproj.io }
spec: { group: argoproj.io, names: { kind: Application, plural: applications }, scope: Namespaced }
`;
  expect(say('definition-owner', 'hub-eu-1', { 'dev/hub-eu-1/payments/delivery': definition })).toEqual([
    'error: unit dev/hub-eu-1/payments/delivery renders the definition of Application.argoproj.io, which unit hub/hub-eu-1/platform/argo-cd brings, too',
  ]);
  expect(say('definition-owner', 'hub-eu-1', { 'hub/hub-eu-1/platform/argo-cd': definition })).toEqual([]);
});

function application(destination: string, path: string): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: one, namespace: argocd }
spec:
  project: default
  source: { repoURL: REPOSITORY, path: ${path}, targetRevision: main }
  destination: ${destination}
`;
}

function delivering(destination: string, path: string): Readonly<Record<string, string>> {
  const repository = 'https://github.com/meridian/platform-config.git';
  return { 'dev/hub-eu-1/payments/delivery': application(destination, path).replace('REPOSITORY', repository) };
}

test('an Application goes to a cluster and a namespace of the fleet, from a folder that is rendered', () => {
  const folder = `dist/${checkout}`;
  const good = '{ name: dev-eu-1, namespace: payments-dev }';
  expect(say('application-destination', 'hub-eu-1', delivering(good, folder))).toEqual([]);
  expect(say('application-destination', 'hub-eu-1', delivering('{ name: dev-eu-2, namespace: a }', folder))).toEqual([
    'error: Application.argoproj.io argocd/one goes to cluster dev-eu-2, which the fleet does not have',
  ]);
  expect(
    say('application-destination', 'hub-eu-1', delivering('{ name: dev-eu-1, namespace: nobody }', folder)),
  ).toEqual([
    'error: Application.argoproj.io argocd/one goes to Namespace nobody of cluster dev-eu-1, which no tenant and no component has there',
  ]);
  expect(say('application-source', 'hub-eu-1', delivering(good, folder))).toEqual([]);
  expect(say('application-source', 'hub-eu-1', delivering(good, `${folder}s`))).toEqual([
    `error: Application.argoproj.io argocd/one takes ${folder}s of this repository, which nothing renders`,
  ]);
});

import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import type { JsonObject } from '#src/kernel/index.ts';
import type { Base } from '../bases.ts';
import { generate, parsedObject } from '../generate.ts';
import type { Bound } from './corpus.ts';

const renderedMutants = 400;

const dist = new URL('../../../../dist/', import.meta.url);

/** Every policy that the reference platform renders, made to warn, and about the objects of the proof alone. */
export function renderedPolicies(): readonly Bound[] {
  const policies = read(/validatingadmissionpolicy\./);
  const bindings = new Map(read(/validatingadmissionpolicybinding\./).map((one) => [nameOf(one), one]));
  return [...new Map(policies.map((one) => [nameOf(one), one]))].map(([name, policy]) => {
    const binding = bindings.get(name) ?? {};
    const room = name.includes('argocd') ? 'argocd' : 'reference';
    const metadata = { name: `${name}.agreement` };
    return {
      name,
      room,
      policy: { ...policy, metadata },
      binding: {
        ...binding,
        metadata,
        spec: {
          ...(binding['spec'] as JsonObject),
          policyName: metadata.name,
          validationActions: ['Warn'],
          // A selector of namespaces is about Namespaces themselves, too.
          ...(room === 'argocd' || isOfNamespaces(policy)
            ? {}
            : { matchResources: { namespaceSelector: { matchLabels: { room } } } }),
        },
      },
    };
  });
}

/** What the reference platform renders, as it is and mutated; as Argo CD sends it, and as a person would. */
export function rendered(seed: number): readonly JsonObject[] {
  const bases = renderedBases();
  const made = generate(bases, renderedMutants, seed).filter((one) => one.class !== 'doubled-key');
  const tracked = bases.filter(({ apiVersion }) => apiVersion.startsWith('argoproj.io/'));
  return [
    ...bases.map(({ object }) => object),
    ...made.map(({ text }) => parsedObject(text)),
    ...tracked.flatMap(({ object }) => trackers.map((tracker) => trackedBy(object, tracker))),
  ];
}

const trackers = ['root', 'prod.payments.delivery', 'dev.platform.delivery'];

function trackedBy(object: JsonObject, tracker: string): JsonObject {
  const metadata = object['metadata'] as JsonObject;
  const annotations = {
    ...(metadata['annotations'] as JsonObject | undefined),
    'argocd.argoproj.io/tracking-id': `${tracker}:x`,
  };
  return { ...object, metadata: { ...metadata, annotations } };
}

/** What the reference platform renders for tenants and for Argo CD. */
function renderedBases(): readonly Base[] {
  const objects = read(/^(?:prod\/prod-us-1\/(?!platform)|(?:prod|dev|hub)\/hub-eu-1\/\w+\/(?:delivery|root)\/)/);
  return objects.flatMap((object) => {
    const { apiVersion, kind } = object as unknown as { apiVersion: string; kind: string };
    return /^ValidatingAdmission|Monitor$/.test(kind) ? [] : [{ file: 'dist', apiVersion, kind, object }];
  });
}

function isOfNamespaces({ spec }: JsonObject): boolean {
  return JSON.stringify(spec).includes('"resources":["namespaces"]');
}

function nameOf({ metadata }: JsonObject): string {
  return (metadata as { name: string }).name;
}

function read(pattern: RegExp): readonly JsonObject[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml') && pattern.test(path))
    .toSorted()
    .map((path) => parse(readFileSync(new URL(path, dist), 'utf8')) as JsonObject);
}

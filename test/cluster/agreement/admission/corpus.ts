import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { JsonObject } from '#src/kernel/index.ts';

/** A policy of ours, and how it is bound. */
export interface Bound {
  readonly name: string;
  /** The namespace whose objects it judges; `cluster`: what has no namespace, too. */
  readonly room: string;
  readonly policy: JsonObject;
  readonly binding: JsonObject;
}

interface Written {
  readonly name: string;
  readonly room: string;
  readonly match: JsonObject;
  readonly params?: { readonly kind: string; readonly ref?: JsonObject };
  readonly binding?: JsonObject;
}

const apiVersion = 'admissionregistration.k8s.io/v1';

export function readPolicies(): readonly Bound[] {
  return ['policies-workloads.yaml', 'policies-others.yaml']
    .flatMap((file) => read(file) as readonly Written[])
    .map(bound);
}

function bound({ name, room, match, params, binding, ...spec }: Written): Bound {
  const [, api = '', kind = ''] = /^(.*)\/(.*?)$/.exec(params?.kind ?? '') ?? [];
  const inRoom = room === 'cluster' ? {} : { namespaceSelector: { matchLabels: { room } } };
  return {
    name,
    room,
    policy: {
      apiVersion,
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name: `${name}.agreement` },
      spec: {
        ...spec,
        matchConstraints: match,
        ...(params === undefined ? {} : { paramKind: { apiVersion: api, kind } }),
      },
    },
    binding: {
      apiVersion,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name: `${name}.agreement` },
      spec: {
        policyName: `${name}.agreement`,
        validationActions: [room === 'refusing' ? 'Deny' : 'Warn'],
        matchResources: { ...binding, ...inRoom },
        ...(params?.ref === undefined ? {} : { paramRef: params.ref }),
      },
    },
  };
}

export function readObjects(): readonly JsonObject[] {
  return read('objects.yaml') as readonly JsonObject[];
}

/** A definition, and objects of parameters. */
export function readSetup(): readonly JsonObject[] {
  return read('setup.yaml') as readonly JsonObject[];
}

function read(file: string): unknown {
  return parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

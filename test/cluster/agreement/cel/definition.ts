import type { JsonObject } from '#src/kernel/index.ts';
import { specSchema } from './schema.ts';

export const group = 'cel.agreement.example.com';

/** A CRD with one rule per expression; a rule's message is its place among them. */
export function definition(name: string, expressions: readonly string[]): JsonObject {
  const rules = expressions.map((rule, at) => ({ rule, message: `rule-${at}.` }));
  const schema = {
    type: 'object',
    properties: { spec: { ...specSchema, 'x-kubernetes-validations': rules } },
  };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${name}s.${group}` },
    spec: {
      group,
      scope: 'Cluster',
      names: { plural: `${name}s`, singular: name, kind: kindOf(name), listKind: `${kindOf(name)}List` },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
    },
  } as unknown as JsonObject;
}

export function kindOf(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

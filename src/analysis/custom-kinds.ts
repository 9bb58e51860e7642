import { readDefinition } from '../schema/index.ts';
import type { CustomResourceSchema } from '../schema/index.ts';
import type { World } from './world.ts';

/** The kinds that the definitions of a set declare, by `<apiVersion>/<Kind>`. */
export function definedKinds(world: World): ReadonlyMap<string, CustomResourceSchema> {
  const schemas = world
    .ofKind('apiextensions.k8s.io/CustomResourceDefinition')
    .flatMap(({ object }) => readDefinition(object));
  return new Map(schemas.map((schema) => [`${schema.group}/${schema.version}/${schema.kind}`, schema]));
}

import type { CelType } from './type.ts';
import { dynType, objectType, stringType, typeType } from './type.ts';

const patchType = objectType('JSONPatch', { op: stringType, path: stringType, from: stringType, value: dynType });

/**
 * What an expression of a mutation makes: patches, and objects whose types are named after the fields that hold them
 * (`Object.spec.template`). Nothing is known of an object's fields.
 */
export function mutationTypeNamed(name: string): CelType | undefined {
  if (name === patchType.name) return typeType(patchType);
  return isObjectName(name) ? typeType(objectType(name, {})) : undefined;
}

export function mutationFieldOf(type: CelType): CelType | undefined {
  return type.kind === 'object' && isObjectName(type.name) ? dynType : undefined;
}

function isObjectName(name: string): boolean {
  return name === 'Object' || name.startsWith('Object.');
}

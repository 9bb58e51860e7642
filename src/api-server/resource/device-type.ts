import { anyType, boolType, mapType, objectType, quantityType, stringType } from '../../cel/index.ts';
import type { CelType } from '../../cel/index.ts';

/** Sizes bound what an expression can cost. */
function sized(type: CelType, maxElements: number): CelType {
  return { ...type, maxElements };
}

const mostProperties = 32;
const domainType = sized(stringType, 63);
const identifierType = sized(stringType, 32);

/** By domain, then by name. */
function properties(type: CelType): CelType {
  const ofDomain = sized(mapType(identifierType, type), mostProperties);
  return sized(mapType(domainType, ofDomain), mostProperties);
}

const fields = {
  driver: sized(stringType, 63),
  attributes: properties(sized(anyType, 64)),
  capacity: properties(quantityType),
};
const oldVariables = { device: objectType('kubernetes.DRADevice', fields) };
const variables = {
  device: objectType('kubernetes.DRADevice', { ...fields, allowMultipleAllocations: sized(boolType, 1) }),
};

/** What a selector may read. */
export function deviceVariables(minor: number): Readonly<Record<string, CelType>> {
  return minor >= 36 ? variables : oldVariables;
}

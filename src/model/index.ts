export { frozenJson, findNonJson } from './frozen.ts';
export {
  applicationName,
  deliveryApplicationName,
  isDnsLabel,
  projectName,
  reservedNames,
  valuesPath,
} from './names.ts';
export { resolveFleet } from './resolve.ts';
export type { Resolved } from './resolve.ts';
export type * from './types.ts';

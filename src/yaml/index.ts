export { emitYaml } from './emit.ts';
export { locateFast } from './locate-fast.ts';
export { readYaml, readYamlPartly } from './read.ts';
export { readDocuments } from './read-documents.ts';
export { readJsonFast } from './read-json.ts';
export { readYamlFast } from './read-fast.ts';
export type { YamlDocument, YamlMapping, YamlPosition, YamlSource, YamlValue } from './value.ts';

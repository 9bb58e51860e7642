import { readYaml } from './read.ts';
import { readYamlFast } from './read-fast.ts';
import type { YamlSource, YamlValue } from './value.ts';

/** The values of `readYaml`, by the fast reader where it can: for rendered files and other machines' output. */
export function readDocuments(input: string | Uint8Array, source: YamlSource): readonly YamlValue[] {
  const text = typeof input === 'string' ? input : decode(input);
  const values = text === undefined ? undefined : readYamlFast(text);
  return values ?? readYaml(input, source).map(({ value }) => value);
}

/** Undefined when the bytes are no UTF-8: the full reader says where. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

import type { YamlValue } from '#src/yaml/index.ts';

/** A string in every place where one can stand, with something behind it that a wrong end would swallow. */
export function nastyObject(text: string): YamlValue {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'nasty', annotations: { [text]: text, ['z'.repeat(3)]: 'end' } },
    data: { key: text, next: 'end', nested: { deeper: text } },
    list: [text, 'middle', [text, [text]], { first: text, second: text }, text],
  };
}

import { isLoose, listOf, mappingOf } from '../../../analysis/index.ts';
import type { Loose } from '../../../analysis/index.ts';

interface Strategy {
  readonly name: 'canary' | 'blueGreen';
  readonly fields: Loose;
  readonly pointer: string;
}

export function rolloutSpecOf(object: unknown): Loose {
  return mappingOf(mappingOf(object)['spec']);
}

/** Those that are given; one is right. */
export function strategiesOf(spec: Loose): readonly Strategy[] {
  const strategy = mappingOf(spec['strategy']);
  return (['canary', 'blueGreen'] as const).flatMap((name) => {
    const fields = strategy[name];
    return isLoose(fields) ? [{ name, fields, pointer: `/spec/strategy/${name}` }] : [];
  });
}

export function stepsOf({ fields, pointer }: Strategy): readonly { readonly step: Loose; readonly pointer: string }[] {
  return listOf(fields['steps']).flatMap((step, index) =>
    isLoose(step) ? [{ step, pointer: `${pointer}/steps/${index}` }] : [],
  );
}

import { fieldsOf, isRaw, itemsOf } from './raw.ts';
import type { Raw } from './raw.ts';

interface Strategy {
  readonly name: 'canary' | 'blueGreen';
  readonly fields: Raw;
  readonly pointer: string;
}

export function rolloutSpecOf(object: unknown): Raw {
  return fieldsOf(fieldsOf(object)['spec']);
}

/** Those that are given; one is right. */
export function strategiesOf(spec: Raw): readonly Strategy[] {
  const strategy = fieldsOf(spec['strategy']);
  return (['canary', 'blueGreen'] as const).flatMap((name) => {
    const fields = strategy[name];
    return isRaw(fields) ? [{ name, fields, pointer: `/spec/strategy/${name}` }] : [];
  });
}

export function stepsOf({ fields, pointer }: Strategy): readonly { readonly step: Raw; readonly pointer: string }[] {
  return itemsOf(fields['steps']).flatMap((step, index) =>
    isRaw(step) ? [{ step, pointer: `${pointer}/steps/${index}` }] : [],
  );
}

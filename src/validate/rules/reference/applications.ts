import { itemsOf, mappingOf } from '../../../analysis/index.ts';
import type { Loose, SetObject, World } from '../../../analysis/index.ts';

export interface ApplicationSpec {
  readonly from: SetObject;
  readonly spec: Loose;
  readonly pointer: string;
}

/** Specs of Applications, and of the templates of ApplicationSets. */
export function applicationSpecs(world: World): readonly ApplicationSpec[] {
  return [
    ...world
      .ofKind('argoproj.io/Application')
      .map((from) => ({ from, spec: mappingOf(from.object, 'spec'), pointer: '/spec' })),
    ...world.ofKind('argoproj.io/ApplicationSet').map((from) => ({
      from,
      spec: mappingOf(from.object, 'spec', 'template', 'spec'),
      pointer: '/spec/template/spec',
    })),
  ];
}

/** `source`, or each of `sources`, with its place. */
export function sourcesOf({ spec, pointer }: ApplicationSpec): readonly (readonly [pointer: string, source: Loose])[] {
  const own = mappingOf(spec, 'source');
  return [
    ...(Object.keys(own).length === 0 ? [] : [[`${pointer}/source`, own] as const]),
    ...itemsOf(spec, 'sources').map(([place, source]) => [`${pointer}/sources/${place}`, source] as const),
  ];
}

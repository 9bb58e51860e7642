import type { JsonObject, JsonValue } from '#src/kernel/index.ts';
import type { Random } from '../random.ts';
import type { Site } from '../sites.ts';

/** What a class of mutations may look at beside the place it changes. */
export interface Surroundings {
  readonly object: JsonObject;
  readonly sites: readonly Site[];
  /** Of all base objects of the kind. */
  readonly kindSites: readonly Site[];
  /** Strings seen under a field name, over all base objects of all kinds. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly random: Random;
}

export interface Change {
  readonly path: Site['path'];
  /** Undefined: the field or item goes. */
  readonly value: JsonValue | undefined;
  /** What was done, in a few words. */
  readonly what: string;
  /** The whole object as JSON text, where JSON values cannot say it: doubled keys. */
  readonly text?: string;
}

/** One kind of mistake that people make. */
export interface MutationClass {
  readonly name: string;
  /** How often it is chosen beside the others. */
  readonly weight: number;
  readonly fits: (site: Site) => boolean;
  readonly change: (site: Site, around: Surroundings) => Change | undefined;
}

/** A class that only puts another value in the place. */
export function valueClass(
  name: string,
  weight: number,
  fits: (site: Site) => boolean,
  values: (site: Site, around: Surroundings) => JsonValue | undefined,
): MutationClass {
  return {
    name,
    weight,
    fits,
    change: (site, around) => {
      const value = values(site, around);
      if (value === undefined || JSON.stringify(value) === JSON.stringify(site.value)) return undefined;
      return { path: site.path, value, what: `= ${JSON.stringify(value).slice(0, 80)}` };
    },
  };
}

/** A class that puts one of some words in the place. */
export function wordClass(
  name: string,
  weight: number,
  fits: (site: Site) => boolean,
  words: readonly JsonValue[],
): MutationClass {
  return valueClass(name, weight, fits, (_site, { random }) => random.pick(words));
}

/** Of a string; of anything else nothing. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
